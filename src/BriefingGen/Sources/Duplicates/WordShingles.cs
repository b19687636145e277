using System.IO.Hashing;
using System.Runtime.InteropServices;
using BriefingGen.Language.Text;

namespace BriefingGen.Sources.Duplicates;

/// <summary>
/// The runs of four words of an article's body as hashes, sorted and without repeats. Words are compared without case,
/// apostrophes, quotation marks and, in Latin script, without letters beyond ASCII, so that a text that lost its marks
/// equals the one that has them. No run crosses a paragraph's edge: paragraphs may stand in another order.
/// </summary>
/// <param name="Hashes">Sorted, distinct.</param>
/// <param name="Fingerprint">Hash of all words in order.</param>
internal sealed record WordShingles(ulong[] Hashes, ulong Fingerprint)
{
    private const int Length = 4;
    private const int LongestWord = 64;

    /// <summary>The shingles of an article's body; of its title where it has no more.</summary>
    public static WordShingles Of(Article article)
    {
        var shingles = new HashSet<ulong>();
        var all = new XxHash3();
        var words = new List<ulong>();
        var latin = IsLatin(article);
        var hasBody = article.Regions.Any(static r => r.Kind == RegionKind.Paragraph);
        foreach (var region in article.Regions)
        {
            if (hasBody && region.Kind == RegionKind.Title)
            {
                continue;
            }

            words.Clear();
            AddWords(article.Text.Slice(region.Span), latin, words);
            all.Append(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(words)));
            AddShingles(CollectionsMarshal.AsSpan(words), shingles);
        }

        var hashes = shingles.ToArray();
        Array.Sort(hashes);
        return new WordShingles(hashes, all.GetCurrentHashAsUInt64());
    }

    /// <summary>How many shingles both have.</summary>
    public int Shared(WordShingles other)
    {
        int i = 0,
            j = 0,
            shared = 0;
        while (i < Hashes.Length && j < other.Hashes.Length)
        {
            var order = Hashes[i].CompareTo(other.Hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static void AddShingles(ReadOnlySpan<ulong> words, HashSet<ulong> shingles)
    {
        if (words.IsEmpty)
        {
            return;
        }

        for (var i = 0; i == 0 || i + Length <= words.Length; i++)
        {
            var run = words[i..Math.Min(i + Length, words.Length)];
            shingles.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(run)));
        }
    }

    private static void AddWords(ReadOnlySpan<char> text, bool latin, List<ulong> words)
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '-' or '/' || IsIdeograph(c))
            {
                Flush(word[..length], words);
                length = 0;
                if (IsIdeograph(c))
                {
                    Flush([c], words);
                }
            }
            else if (length < LongestWord && (char.IsAsciiLetterOrDigit(c) || (!latin && char.IsLetterOrDigit(c))))
            {
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        Flush(word[..length], words);
    }

    private static void Flush(ReadOnlySpan<char> word, List<ulong> words)
    {
        if (!word.IsEmpty)
        {
            words.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word)));
        }
    }

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF');

    private static bool IsLatin(Article article)
    {
        int ascii = 0,
            other = 0;
        var text = article.Text.Value;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 4000)))
        {
            ascii += char.IsAsciiLetter(c) ? 1 : 0;
            other += c >= '\u0370' && char.IsLetter(c) ? 1 : 0;
        }

        return ascii >= other;
    }
}
