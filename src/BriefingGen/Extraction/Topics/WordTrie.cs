namespace BriefingGen.Extraction.Topics;

/// <summary>
/// Phrases as a tree of words, so that a text is read once however many phrases there are. A word that ends in
/// <c>*</c> stands for all words that begin so. Filled once, then only read.
/// </summary>
internal sealed class WordTrie
{
    private readonly Node _root = new();

    /// <summary>Adds a phrase.</summary>
    /// <param name="phrase">Words in lower case, with single spaces or hyphens between them.</param>
    /// <param name="value">What a match of it stands for.</param>
    public void Add(string phrase, int value)
    {
        var node = _root;
        foreach (var word in phrase.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            node = word.EndsWith('*') ? node.Prefix(word[..^1]) : node.Word(word);
        }

        if (node != _root && !node.Values.Contains(value))
        {
            node.Values.Add(value);
        }
    }

    /// <summary>All phrases that begin at a word.</summary>
    /// <param name="words">The text; each word with its lemma.</param>
    /// <param name="at">Index of the first word.</param>
    /// <param name="found">Called with the value and the number of words for each phrase found.</param>
    public void Match(IReadOnlyList<(string Form, string Lemma)> words, int at, Action<int, int> found) =>
        Walk(_root, words, at, 0, found);

    // As deep as the longest phrase, which the loader bounds.
    private static void Walk(
        Node node,
        IReadOnlyList<(string Form, string Lemma)> words,
        int at,
        int length,
        Action<int, int> found
    )
    {
        foreach (var value in node.Values)
        {
            found(value, length);
        }

        if (at >= words.Count || node.IsLeaf)
        {
            return;
        }

        var (form, lemma) = words[at];
        foreach (var next in node.After(form, lemma))
        {
            Walk(next, words, at + 1, length + 1, found);
        }
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _words = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Node> _prefixes = new(StringComparer.Ordinal);
        private readonly SortedSet<int> _prefixLengths = [];

        public List<int> Values { get; } = [];

        public bool IsLeaf => _words.Count == 0 && _prefixes.Count == 0;

        public Node Word(string word) => GetOrAdd(_words, word);

        public Node Prefix(string prefix)
        {
            _ = _prefixLengths.Add(prefix.Length);
            return GetOrAdd(_prefixes, prefix);
        }

        public IEnumerable<Node> After(string form, string lemma)
        {
            var byForm = _words.GetValueOrDefault(form);
            if (byForm is not null)
            {
                yield return byForm;
            }

            if (_words.TryGetValue(lemma, out var byLemma) && byLemma != byForm)
            {
                yield return byLemma;
            }

            foreach (var length in _prefixLengths)
            {
                if (form.Length >= length && _prefixes.TryGetValue(form[..length], out var byPrefix))
                {
                    yield return byPrefix;
                }
            }
        }

        private static Node GetOrAdd(Dictionary<string, Node> nodes, string key)
        {
            if (!nodes.TryGetValue(key, out var node))
            {
                node = new Node();
                nodes.Add(key, node);
            }

            return node;
        }
    }
}
