using System.Text;
using BriefingGen.Language.Documents;

namespace BriefingGen.Training.Repair;

/// <summary>A document of a treebank as running text, with what its annotation says of its words.</summary>
/// <param name="Text">The text, paragraphs parted by a line break.</param>
/// <param name="Words">Place and Penn tag of every syntactic word, in order.</param>
/// <param name="Missing">Offsets before which standard spelling has an apostrophe that the author left out.</param>
/// <param name="Needless">Offsets of marks that are no apostrophes of standard spelling.</param>
internal sealed record TreebankText(
    string Text,
    IReadOnlyList<(int Start, int End, string Xpos)> Words,
    IReadOnlyList<int> Missing,
    IReadOnlyList<int> Needless
)
{
    /// <summary>The documents of a CoNLL-U file, from its <c># text</c> lines.</summary>
    public static IEnumerable<TreebankText> Read(string path)
    {
        using var reader = new StreamReader(path);
        var document = new Builder();
        foreach (var sentence in ConlluReader.Read(reader))
        {
            if (Starts(sentence, "newdoc") && !document.IsEmpty)
            {
                yield return document.Build();
                document = new Builder();
            }

            document.Add(sentence, Starts(sentence, "newpar"));
        }

        if (!document.IsEmpty)
        {
            yield return document.Build();
        }
    }

    private static bool Starts(ConlluSentence sentence, string mark) =>
        sentence.Comments.Any(c => c.StartsWith(mark, StringComparison.Ordinal));

    private sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private readonly List<(int Start, int End, string Xpos)> _words = [];
        private readonly List<int> _missing = [];
        private readonly List<int> _needless = [];

        public bool IsEmpty => _text.Length == 0;

        public void Add(ConlluSentence sentence, bool isParagraph)
        {
            if (!IsEmpty)
            {
                _text.Append(isParagraph ? '\n' : ' ');
            }

            var text = sentence.Comment("text") ?? "";
            var (start, at) = (_text.Length, 0);
            _text.Append(text);
            foreach (var word in sentence.Words)
            {
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                // A form that is not in the text (none is known) says nothing of it.
                if (string.CompareOrdinal(text, at, word.Form, 0, word.Form.Length) == 0)
                {
                    Add(word, start + at);
                    at += word.Form.Length;
                }
            }
        }

        public TreebankText Build() => new(_text.ToString(), _words, _missing, _needless);

        // Typo=Yes comes with the standard spelling; what else has no mark there has it nowhere.
        private void Add(ConlluWord word, int at)
        {
            _words.Add((at, at + word.Form.Length, word.Xpos));
            var form = word.Form;
            if (form is "'" or "\u2019" && word.Xpos != "POS")
            {
                _needless.Add(at);
            }

            if (Correct(word) is not { } correct)
            {
                return;
            }

            var (has, needs) = (form.IndexOfAny(['\'', '\u2019']), correct.IndexOfAny(['\'', '\u2019']));
            if (has < 0 && needs >= 0 && form.Trim('`', '-') == correct.Remove(needs, 1))
            {
                _missing.Add(at + needs);
            }
            else if (has >= 0 && needs < 0)
            {
                _needless.Add(at + has);
            }
        }

        private static string? Correct(ConlluWord word)
        {
            const string key = "CorrectForm=";
            var value = word.Misc.Split('|').FirstOrDefault(v => v.StartsWith(key, StringComparison.Ordinal));
            return value?[key.Length..];
        }
    }
}
