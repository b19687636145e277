using System.Collections.Immutable;
using System.Globalization;

namespace BriefingGen.Language.Documents;

/// <summary>Reads CoNLL-U (universaldependencies.org/format.html), sentence by sentence.</summary>
public static class ConlluReader
{
    private const int Columns = 10;

    /// <summary>Reads the sentences one at a time, so that a large file is never held whole.</summary>
    /// <param name="reader">The file; stays open.</param>
    /// <exception cref="ConlluFormatException">
    /// A line has not ten columns, an id is out of order, or a head is no number or lies outside the sentence.
    /// </exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Sentences(reader);
    }

    private static IEnumerable<ConlluSentence> Sentences(TextReader reader)
    {
        var block = new Block();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.AsSpan().Trim().IsEmpty)
            {
                if (block.Take(number) is { } sentence)
                {
                    yield return sentence;
                }
            }
            else
            {
                block.Add(line.TrimEnd('\r'), number);
            }
        }

        if (block.Take(number) is { } last)
        {
            yield return last;
        }
    }

    // The lines of one sentence.
    private sealed class Block
    {
        private readonly ImmutableArray<ConlluWord>.Builder _words = ImmutableArray.CreateBuilder<ConlluWord>();
        private readonly ImmutableArray<ConlluMultiword>.Builder _multiwords =
            ImmutableArray.CreateBuilder<ConlluMultiword>();
        private readonly ImmutableArray<string>.Builder _comments = ImmutableArray.CreateBuilder<string>();
        private readonly List<int> _lines = [];
        private int _first;

        public void Add(string line, int number)
        {
            _first = _first == 0 ? number : _first;
            if (line[0] == '#')
            {
                _comments.Add(line[1..].Trim());
                return;
            }

            var columns = line.Split('\t');
            if (columns.Length != Columns)
            {
                throw new ConlluFormatException(
                    number,
                    $"a word line has {Columns} columns parted by tabs, this one has {columns.Length}."
                );
            }

            var id = columns[0];
            if (id.Contains('-', StringComparison.Ordinal))
            {
                AddMultiword(id, columns, number);
            }
            else if (!id.Contains('.', StringComparison.Ordinal))
            {
                AddWord(id, columns, number);
            }
        }

        public ConlluSentence? Take(int number)
        {
            if (_words.Count == 0)
            {
                if (_multiwords.Count > 0)
                {
                    throw new ConlluFormatException(number, "a sentence has a multiword token, but no words.");
                }

                // Comments alone, as at the end of some files.
                _comments.Clear();
                _first = 0;
                return null;
            }

            for (var i = 0; i < _words.Count; i++)
            {
                if (_words[i].Head > _words.Count)
                {
                    throw new ConlluFormatException(
                        _lines[i],
                        $"the head {_words[i].Head} lies outside the sentence of {_words.Count} words."
                    );
                }
            }

            if (_multiwords.Count > 0 && _multiwords[^1].End > _words.Count)
            {
                throw new ConlluFormatException(number, "a multiword token reaches past its sentence.");
            }

            var sentence = new ConlluSentence(
                _words.DrainToImmutable(),
                _multiwords.DrainToImmutable(),
                _comments.DrainToImmutable(),
                _first
            );
            _lines.Clear();
            _first = 0;
            return sentence;
        }

        private void AddWord(string id, string[] columns, int number)
        {
            if (Number(id) != _words.Count + 1)
            {
                throw new ConlluFormatException(number, $"the id '{id}' should be {_words.Count + 1}.");
            }

            if (columns[1].Length == 0)
            {
                throw new ConlluFormatException(number, "the word is empty.");
            }

            var head = columns[6] == "_" ? -1 : Number(columns[6]);
            if (head < 0 && columns[6] != "_")
            {
                throw new ConlluFormatException(number, $"the head '{columns[6]}' is no number.");
            }

            _words.Add(
                new ConlluWord(columns[1], columns[2], columns[3], columns[4], columns[5], head, columns[7], columns[9])
            );
            _lines.Add(number);
        }

        private void AddMultiword(string id, string[] columns, int number)
        {
            var dash = id.IndexOf('-', StringComparison.Ordinal);
            var (first, last) = (Number(id[..dash]), Number(id[(dash + 1)..]));
            if (first != _words.Count + 1 || last <= first || (_multiwords.Count > 0 && _multiwords[^1].End >= first))
            {
                throw new ConlluFormatException(number, $"the range '{id}' should begin at {_words.Count + 1}.");
            }

            var tight = columns[9].Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);
            _multiwords.Add(new ConlluMultiword(first - 1, last, columns[1], tight));
        }

        private static int Number(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
    }
}
