using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Topics;

/// <summary>Finds the words and phrases of a taxonomy. Immutable and thread-safe.</summary>
internal sealed class TopicTagger : ITopicTagger
{
    private readonly ImmutableArray<Topic> _topics;
    private readonly WordTrie _trie = new();

    public TopicTagger(Taxonomy taxonomy)
    {
        _topics = taxonomy.Topics;
        for (var t = 0; t < _topics.Length; t++)
        {
            foreach (var words in _topics[t].Words)
            {
                _trie.Add(words.ToLowerInvariant(), t);
            }
        }
    }

    /// <remarks>A topic fits the better the more of the words speak for it; equals keep the taxonomy's order.</remarks>
    public ImmutableArray<string> Tag(ArticleContext context, int first, int end)
    {
        var words = Words(context, Math.Max(first, 0), Math.Min(end, context.Count));
        var score = new int[_topics.Length];
        for (var i = 0; i < words.Count; i++)
        {
            _trie.Match(words, i, (topic, length) => score[topic] += length);
        }

        return
        [
            .. Enumerable
                .Range(0, score.Length)
                .Where(t => score[t] > 0)
                .OrderByDescending(t => score[t])
                .ThenBy(t => t)
                .Select(t => _topics[t].Id),
        ];
    }

    public ImmutableArray<string> Of(OutcomeType type) =>
        [.. _topics.Where(t => t.Outcomes.Contains(type)).Select(t => t.Id)];

    // A hyphen is a space: "cease-fire" is one token, three or none, as the tokenizer has it.
    private static List<(string Form, string Lemma)> Words(ArticleContext context, int first, int end)
    {
        var words = new List<(string Form, string Lemma)>(Math.Max(end - first, 0));
        for (var i = first; i < end; i++)
        {
            var form = context.Lower(i);
            if (!form.Contains('-'))
            {
                words.Add((form, context.Lemma(i)));
                continue;
            }

            foreach (var part in form.Split('-', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add((part, part));
            }
        }

        return words;
    }
}
