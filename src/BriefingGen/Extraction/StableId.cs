using System.Security.Cryptography;
using System.Text;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction;

/// <summary>Ids that are the same in every run: a hash of the article's id, the kind of fact and where it stands.</summary>
internal static class StableId
{
    /// <summary>Sixteen lower-case hexadecimal digits behind the first letter of the kind.</summary>
    /// <param name="kind">Kind of fact, such as <c>position</c>.</param>
    /// <param name="article">The article's id.</param>
    /// <param name="spans">Where the fact stands; nulls keep their place.</param>
    /// <param name="detail">What tells apart two facts at one place, or empty.</param>
    public static string Of(string kind, string article, IEnumerable<SourceSpan?> spans, string detail = "")
    {
        var text = new StringBuilder(kind).Append('\n').Append(article).Append('\n').Append(detail);
        foreach (var span in spans)
        {
            text.Append('\n');
            if (span is not null)
            {
                text.Append(span.Start).Append('-').Append(span.End);
            }
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return $"{kind[0]}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
