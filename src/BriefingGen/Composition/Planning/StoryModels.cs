using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion.Stories;
using Scriban.Runtime;
using static BriefingGen.Composition.Planning.ScriptLists;

namespace BriefingGen.Composition.Planning;

/// <summary>Makes what templates see of stories.</summary>
internal static class StoryModels
{
    /// <summary>A line: label, words and date together, and each by itself.</summary>
    public static ScriptObject Line(StoryLine line) => Line(line, null);

    /// <summary>A line as it prints: label, words, date and full stop; a label that the line before had is not said again.</summary>
    public static Phrase Text(StoryLine line, StoryLine? before = null)
    {
        var text = new PhraseBuilder();
        if (line.Label is { } label && label.Words != before?.Label?.Words)
        {
            text.Marks("*").Add(label).Words(":").Marks("*").Words(" ");
        }

        text.Add(line.Text);
        if (line.Date is { } date)
        {
            text.Words(" (").Add(date).Words(")");
        }

        if (
            line.IsSentence && text.Build().Words.TrimEnd('”', '’', '"', ')', ' ') is not [.., '.' or '!' or '?' or '…']
        )
        {
            text.Words(".");
        }

        return text.Build();
    }

    private static ScriptObject Line(StoryLine line, StoryLine? before) =>
        new()
        {
            ["text"] = Text(line, before),
            ["label"] = line.Label,
            ["words"] = Words(line),
            ["date"] = line.Date,
            ["origins"] = line.Origins,
            ["told_by"] =
                line.Origins < 2
                    ? null
                    : Phrase.Of([
                        Phrase.Derived(
                            StatementPartKind.Origins,
                            FormattableString.Invariant($"{line.Origins} origins"),
                            FormattableString.Invariant($"{line.Origins}")
                        ),
                    ]),
            ["refs"] = line.Refs,
        };

    // The words without a label: who said them stands behind.
    private static Phrase Words(StoryLine line)
    {
        var words = new PhraseBuilder().Add(line.Text);
        if (line.Speaker is { } speaker)
        {
            words.Words(" (").Add(speaker).Words(")");
        }

        return line.IsSentence ? words.Words(".").Build() : words.Build();
    }

    /// <summary>An item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="dates">How days are written.</param>
    /// <param name="isCompared">Whether there was an edition before.</param>
    public static ScriptObject Item(StoryItem item, DateWording dates, bool isCompared) =>
        new()
        {
            ["id"] = item.Story.Id,
            ["number"] = item.Number,
            ["headline"] = item.Headline,
            ["mark"] = item.Story.Mark switch
            {
                StoryMark.Update => Phrase.Label("update"),
                StoryMark.Continuing => Phrase.Label("continuing"),
                _ => isCompared ? Phrase.Label("new") : null,
            },
            ["told"] = item.Days is { } days ? dates.Words(days.First, days.Last) : null,
            ["lead"] = Line(item.Lead),
            ["developments"] = List(
                item.Developments.Select(
                    (line, i) => (Line: line, Before: i == 0 ? item.Lead : item.Developments[i - 1])
                ),
                pair => Line(pair.Line, pair.Before)
            ),
            ["sides"] = List(item.Sides, Line),
            ["next"] = List(item.Next, Line),
        };
}
