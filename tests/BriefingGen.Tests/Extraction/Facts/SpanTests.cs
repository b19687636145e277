using BriefingGen.Extraction.Facts;
using CsCheck;

namespace BriefingGen.Tests.Extraction.Facts;

public sealed class SpanTests
{
    private static readonly string[] _pieces =
    [
        "Norwegian Foreign Minister Solveig Hattlund",
        "Hattlund",
        "the Kremlin",
        "two US officials",
        "he",
        "said",
        "said that",
        "told Fjord News",
        "accused",
        "according to",
        "the talks had failed",
        "its hard to say",
        "dont believe",
        "“",
        "”",
        "\"",
        "''",
        ",",
        ".",
        ":",
        "  ",
        "on Friday",
        "unlikely",
        "and",
        "—",
        "\u0301",
        "😀",
        "\ud800",
        "Žižek’s",
        "\u200f",
        "(",
    ];

    private static readonly Gen<string> _paragraph = Gen.Int[0, _pieces.Length - 1]
        .Array[1, 30]
        .Select(p => string.Join(' ', p.Select(i => _pieces[i])) + ".");

    [Fact]
    public void Every_span_of_every_fact_is_the_very_slice_of_the_text() =>
        _paragraph
            .Array[1, 4]
            .Sample(
                paragraphs =>
                {
                    var facts = NewsText.Facts(paragraphs);
                    foreach (var (start, end, text) in Spans(facts))
                    {
                        Assert.Equal(facts.Article.Text.Value[start..end], text);
                        Assert.True(end > start);
                    }
                },
                iter: 200,
                threads: 1
            );

    [Fact]
    public void Contents_of_one_position_are_in_order_and_apart_and_none_is_credited_twice() =>
        _paragraph
            .Array[1, 4]
            .Sample(
                paragraphs =>
                {
                    var spans = NewsText.Facts(paragraphs).Positions.SelectMany(p => p.Content).ToList();
                    foreach (var position in NewsText.Facts(paragraphs).Positions)
                    {
                        Assert.NotEmpty(position.Content);
                        for (var i = 1; i < position.Content.Length; i++)
                        {
                            Assert.True(position.Content[i].Start >= position.Content[i - 1].End);
                        }
                    }

                    spans.Sort((a, b) => a.Start.CompareTo(b.Start));
                    for (var i = 1; i < spans.Count; i++)
                    {
                        Assert.True(spans[i].Start >= spans[i - 1].End);
                    }
                },
                iter: 100,
                threads: 1
            );

    private static IEnumerable<(int Start, int End, string Text)> Spans(ArticleFacts facts)
    {
        foreach (var position in facts.Positions)
        {
            foreach (var span in position.Content.Append(position.Sentence))
            {
                yield return (span.Start, span.End, span.Text);
            }

            if (position.Source is { } source)
            {
                yield return (source.Start, source.End, source.Text);
            }

            if (position.Cue is { } cue)
            {
                yield return (cue.Start, cue.End, cue.Text);
            }
        }

        foreach (var mention in facts.Actors.SelectMany(a => a.Mentions))
        {
            yield return (mention.Start, mention.End, mention.Text);
        }

        foreach (var outcome in facts.Outcomes)
        {
            yield return (outcome.Trigger.Start, outcome.Trigger.End, outcome.Trigger.Text);
            foreach (var participant in outcome.Participants)
            {
                yield return (participant.Start, participant.End, participant.Text);
            }
        }

        foreach (var span in facts.Assessments.SelectMany(a => a.Judgement))
        {
            yield return (span.Start, span.End, span.Text);
        }
    }
}
