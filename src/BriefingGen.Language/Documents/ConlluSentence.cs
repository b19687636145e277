using System.Collections.Immutable;

namespace BriefingGen.Language.Documents;

/// <summary>One word line of a CoNLL-U file; an underscore stands for no value, as in the file.</summary>
/// <param name="Form">The word.</param>
/// <param name="Lemma">Its lemma.</param>
/// <param name="Upos">Universal tag.</param>
/// <param name="Xpos">Language's own tag.</param>
/// <param name="Feats">Features.</param>
/// <param name="Head">Number of its head in the sentence, 0 at the root, -1 where none is given.</param>
/// <param name="Deprel">Relation to the head.</param>
/// <param name="Misc">The last column.</param>
public sealed record ConlluWord(
    string Form,
    string Lemma,
    string Upos,
    string Xpos,
    string Feats,
    int Head,
    string Deprel,
    string Misc
)
{
    /// <summary>True where the file says that no space follows.</summary>
    public bool HasNoSpaceAfter => Misc.Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);
}

/// <summary>A multiword token: words that are written as one ("can't").</summary>
/// <param name="First">Index of its first word in the sentence, from 0.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Form">The token as written.</param>
/// <param name="HasNoSpaceAfter">True where the file says that no space follows.</param>
public readonly record struct ConlluMultiword(int First, int End, string Form, bool HasNoSpaceAfter);

/// <summary>A sentence of a CoNLL-U file; empty nodes (numbered 8.1) are left out.</summary>
/// <param name="Words">Its words, at least one.</param>
/// <param name="Multiwords">Its multiword tokens, in order.</param>
/// <param name="Comments">Its comment lines without the leading <c>#</c> and space, in order.</param>
/// <param name="Line">Number of its first line in the file, from 1.</param>
public sealed record ConlluSentence(
    ImmutableArray<ConlluWord> Words,
    ImmutableArray<ConlluMultiword> Multiwords,
    ImmutableArray<string> Comments,
    int Line
)
{
    /// <summary>The value of the comment <c># key = value</c>; the empty string for <c># key</c>; null where there is none.</summary>
    public string? Comment(string key)
    {
        foreach (var comment in Comments)
        {
            if (comment.StartsWith(key, StringComparison.Ordinal))
            {
                var rest = comment.AsSpan(key.Length).TrimStart();
                if (rest.IsEmpty || rest[0] == '=')
                {
                    return rest.TrimStart('=').Trim().ToString();
                }
            }
        }

        return null;
    }
}

/// <summary>A file is not CoNLL-U; the message names the line.</summary>
public sealed class ConlluFormatException : FormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="line">Line number, from 1.</param>
    /// <param name="reason">What is wrong there.</param>
    public ConlluFormatException(int line, string reason)
        : base($"Line {line}: {reason}") => Line = line;

    /// <summary>Line number, from 1.</summary>
    public int Line { get; }
}
