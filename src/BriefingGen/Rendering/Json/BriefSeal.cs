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
    public static string Of(BriefDocument document)
    {
        var lines = new StringBuilder().Append(document.Manifest.Hash).Append('\n');
        foreach (var statement in document.Statements)
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

        foreach (var citation in document.Citations)
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{citation.Id}\t{citation.Article}\t{citation.Fact}\t{citation.Start}\t{citation.End}\t{citation.Wording}\n"
            );
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
