using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Tests.Rendering.Verification.Faults;

/// <summary>A good edition, and what an editor with a text tool can do to it: change parts, and make text and seal fit again.</summary>
internal sealed class FaultEdit(BriefDocument document, IReadOnlyDictionary<string, RepairedText> articles)
{
    public BriefDocument Document { get; } = document;

    public IReadOnlyDictionary<string, RepairedText> Articles { get; } = articles;

    /// <summary>The statements with other parts in one of them.</summary>
    public BriefDocument With(
        int statement,
        IEnumerable<DocumentPart> parts,
        IEnumerable<DocumentCitation>? citations = null
    )
    {
        var changed = Changed(Document.Statements[statement], parts);
        return Sealed(
            Document with
            {
                Statements = Document.Statements.SetItem(statement, changed),
                Citations = [.. Document.Citations, .. citations ?? []],
            }
        );
    }

    /// <summary>One part replaced by others.</summary>
    public BriefDocument Replace(int statement, int part, params DocumentPart[] by)
    {
        var parts = Document.Statements[statement].Parts;
        return With(statement, parts.Take(part).Concat(by).Concat(parts.Skip(part + 1)));
    }

    public static DocumentStatement Changed(DocumentStatement statement, IEnumerable<DocumentPart> parts)
    {
        ImmutableArray<DocumentPart> all = [.. parts];
        return statement with
        {
            Parts = all,
            Text = string.Concat(all.Select(part => part.Text)),
            Citations =
            [
                .. all.Where(part => part.Kind == StatementPartKind.Citation)
                    .Select(part => part.Value!)
                    .Distinct(StringComparer.Ordinal),
            ],
        };
    }

    public static BriefDocument Sealed(BriefDocument document) =>
        document with
        {
            Manifest = document.Manifest with { Seal = BriefSeal.Of(document) },
        };

    /// <summary>Words of an article as the program prints them.</summary>
    public DocumentPart Source(DocumentPart like, int start, int end) =>
        like with
        {
            Start = start,
            End = end,
            Text = CleanText.Of(SourceWording.Of(Articles[like.Article!], new TextSpan(start, end))),
        };

    public static DocumentPart Words(string text) => new(StatementPartKind.Template, text, null, null, null, null);

    public static DocumentPart Mark(string id) => new(StatementPartKind.Citation, string.Empty, null, null, null, id);

    /// <summary>A citation of a fact's sentence that the edition does not have yet.</summary>
    public DocumentCitation Cite(string article, string fact, int start, int end)
    {
        var source = Document.Sources.First(one => one.Article == article);
        var text = Articles[article];
        return new DocumentCitation(
            $"c{Document.Citations.Length + 1}x",
            source.Number,
            article,
            source.Sha256,
            source.Path,
            source.Record,
            fact,
            start,
            end,
            text.Source.Value[start..end],
            CleanText.Of(SourceWording.Of(text, new TextSpan(start, end)))
        )
        {
            Cuts = [],
        };
    }

    /// <summary>A part without a stretch of its article, as a compressor leaves words out.</summary>
    public BriefDocument Drop(int statement, int part, int start, int end)
    {
        var whole = Document.Statements[statement].Parts[part];
        var by = new List<DocumentPart>();
        if (start > whole.Start)
        {
            by.Add(Source(whole, whole.Start!.Value, start));
        }

        if (by.Count > 0 && end < whole.End)
        {
            by.Add(Words(" "));
        }

        if (end < whole.End)
        {
            by.Add(Source(whole, end, whole.End!.Value));
        }

        return Replace(statement, part, [.. by]);
    }

    /// <summary>Every part with its place.</summary>
    public IEnumerable<(int Statement, int Part, DocumentPart Value)> Parts() =>
        Document.Statements.SelectMany((statement, s) => statement.Parts.Select((part, p) => (s, p, part)));
}
