using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingGen.Rendering.Json;

/// <summary>
/// SHA-256 over what a brief says and rests on: manifest hash, statements with their parts, citations. It shows a
/// change by accident or by hand; it is no signature.
/// </summary>
internal static class BriefSeal
{
    public static string Of(BriefDocument document) =>
        Of(document.Manifest.Hash, document.Statements, document.Citations);

    public static string Of(
        string manifest,
        ImmutableArray<DocumentStatement> statements,
        ImmutableArray<DocumentCitation> citations
    )
    {
        var lines = new StringBuilder().Append(manifest).Append('\n');
        foreach (var statement in statements)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{statement.Id}\t{statement.Section}\t{statement.Text}\n");
            foreach (var part in statement.Parts)
            {
                lines.Append(
                    CultureInfo.InvariantCulture,
                    $"{part.Kind}\t{part.Text}\t{part.Article}\t{part.Start}\t{part.End}\t{part.Value}\n"
                );
            }
        }

        foreach (var citation in citations)
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{citation.Id}\t{citation.Article}\t{citation.Fact}\t{citation.Start}\t{citation.End}\t{citation.Wording}\n"
            );
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
