using BriefingGen.Composition;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>Checks that what a brief's data say is what its pages print.</summary>
internal sealed class PrintCheck(IReadOnlyList<string> pages)
{
    private readonly string _all = string.Concat(pages);

    /// <summary>True where the pages print a text, white space aside.</summary>
    public bool Prints(string text)
    {
        var bare = PrintedText.Bare(text);
        return bare.Length == 0 || _all.Contains(bare, StringComparison.Ordinal) || PrintsOverPages(bare);
    }

    /// <summary>The runs of a statement between its marks and cells that the pages do not print.</summary>
    public IEnumerable<string> Missing(DocumentStatement statement)
    {
        var run = string.Empty;
        foreach (
            var part in statement.Parts.Append(
                new DocumentPart(StatementPartKind.Cell, string.Empty, null, null, null, null)
            )
        )
        {
            if (part.Kind is not (StatementPartKind.Citation or StatementPartKind.Cell))
            {
                run += part.Text;
                continue;
            }

            if (!Prints(run))
            {
                yield return run.Trim();
            }

            run = string.Empty;
        }
    }

    // A paragraph that goes over to the next page has a footer and a header in it.
    private bool PrintsOverPages(string bare)
    {
        for (var i = 0; i + 1 < pages.Count; i++)
        {
            var low = 0;
            var high = bare.Length;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                (low, high) = pages[i].Contains(bare[..middle], StringComparison.Ordinal)
                    ? (middle, high)
                    : (low, middle - 1);
            }

            for (var cut = low; cut > 0 && low - cut < 200; cut--)
            {
                if (pages[i + 1].Contains(bare[cut..], StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
