using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Fusion.Editions;
using BriefingGen.Language.Text;

namespace BriefingGen.Rendering.Json;

/// <summary>
/// Reads the edition before from its <c>brief.json</c>, which may be anybody's: bounded, its schema and every place in it
/// checked.
/// </summary>
public static class EarlierBrief
{
    private const long MostBytes = 512L << 20;
    private const int MostArticles = 20_000;
    private const long MostCharacters = 256L << 20;
    private const string Family = "briefgen.brief/";

    private static readonly JsonSerializerOptions Options = new(JsonBriefRenderer.Options) { MaxDepth = 32 };

    /// <summary>The edition.</summary>
    /// <param name="path">A <c>brief.json</c>.</param>
    /// <exception cref="InvalidDataException">It is damaged, of another schema, or no brief of ours; the message says which.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static EarlierEdition Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = File.OpenRead(path);
        if (stream.CanSeek && stream.Length > MostBytes)
        {
            throw new InvalidDataException($"is larger than {MostBytes >> 20} MB, which no brief is");
        }

        var document = Parse(stream);
        RequireSchema(document.Schema);
        return Edition(document);
    }

    private static Form Parse(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<Form>(stream, Options) ?? throw new InvalidDataException("holds nothing");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidDataException($"is damaged, or no brief.json: {e.Message}", e);
        }
    }

    private static void RequireSchema(string? schema)
    {
        if (schema == BriefDocument.SchemaName)
        {
            return;
        }

        var isNewer =
            schema?.StartsWith(Family, StringComparison.Ordinal) is true
            && int.TryParse(schema.AsSpan(Family.Length), out var version)
            && version > int.Parse(BriefDocument.SchemaName.AsSpan(Family.Length));
        throw new InvalidDataException(
            isNewer ? $"is of the newer schema {schema}; this program reads {BriefDocument.SchemaName}"
            : schema is null ? "is no brief.json: it names no schema"
            : $"is of the schema {schema}; this program reads {BriefDocument.SchemaName}"
        );
    }

    private static EarlierEdition Edition(Form document)
    {
        if (document.Masthead?.Edition is not { } day || document.Sources is null || document.Facts is null)
        {
            throw new InvalidDataException("is damaged: its masthead, sources or facts are missing");
        }

        if (document.Sources.Length > MostArticles)
        {
            throw new InvalidDataException($"names more than {MostArticles} articles");
        }

        try
        {
            var titles = (document.Stories ?? [])
                .Select(s => s.Title)
                .OfType<DocumentTitle>()
                .Where(t => t.Start >= 0 && t.End >= t.Start)
                .DistinctBy(t => t.Article)
                .ToDictionary(t => t.Article, t => new TextSpan(t.Start, t.End), StringComparer.Ordinal);
            var lines = Lines(document.Facts);
            var known = document.Sources.Where(s => lines.ContainsKey(s.Article)).DistinctBy(s => s.Article).ToList();
            var characters = 0L;
            var articles = known
                .Select(source =>
                {
                    var facts = SparseArticle.Of(lines[source.Article], Details(source, titles));
                    characters += facts.Article.Text.Length;
                    return characters <= MostCharacters
                        ? facts
                        : throw new InvalidDataException("its facts reach over more text than is read");
                })
                .ToImmutableArray();
            return new EarlierEdition(
                day,
                articles,
                [.. known.Select(s => s.Origin)],
                [
                    .. (document.Stories ?? [])
                        .Where(s => !string.IsNullOrEmpty(s.Id) && s.Articles is { IsDefaultOrEmpty: false })
                        .DistinctBy(s => s.Id)
                        .Select(s => new EarlierStory(s.Id!, s.Articles!.Value, s.State?.Fact, s.Section is not null)),
                ]
            )
            {
                Hashes = known.ToImmutableDictionary(s => s.Article, s => s.Sha256 ?? "", StringComparer.Ordinal),
            };
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or FormatException)
        {
            throw new InvalidDataException($"is damaged: {e.Message}", e);
        }
    }

    // Each article's own line begins its facts.
    private static Dictionary<string, List<JsonElement>> Lines(JsonElement[] facts)
    {
        var articles = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        List<JsonElement>? lines = null;
        foreach (var fact in facts)
        {
            if (fact.ValueKind != JsonValueKind.Object)
            {
                throw new InvalidDataException("is damaged: a fact is no object");
            }

            if (fact.TryGetProperty("kind", out var kind) && kind.ValueEquals("article"u8))
            {
                var id = fact.TryGetProperty("article", out var article) ? article.GetString() : null;
                // A text that is listed twice is read once.
                lines = [];
                if (id is not null)
                {
                    _ = articles.TryAdd(id, lines);
                }
            }

            lines?.Add(fact);
        }

        return articles;
    }

    private static SparseArticle.Details Details(SourceForm source, Dictionary<string, TextSpan> titles) =>
        new(
            source.Record,
            source.Publisher,
            source.Encoding ?? "utf-8",
            titles.TryGetValue(source.Article, out var title) ? title : null,
            source.Repairs ?? [],
            source.Terms ?? ImmutableDictionary<string, int>.Empty
        );

    // What is read of a brief; whatever else it holds is passed over.
    private sealed record Form(
        string? Schema,
        MastheadForm? Masthead,
        SourceForm[]? Sources,
        StoryForm[]? Stories,
        JsonElement[]? Facts
    );

    private sealed record MastheadForm(DateOnly? Edition);

    private sealed record SourceForm(
        string Article,
        int? Record,
        string? Sha256,
        string? Publisher,
        string? Encoding,
        int Origin,
        ImmutableArray<DocumentEdit>? Repairs,
        ImmutableDictionary<string, int>? Terms
    );

    private sealed record StoryForm(
        string? Id,
        DocumentTitle? Title,
        string? Section,
        ImmutableArray<string>? Articles,
        StateForm? State
    );

    private sealed record StateForm(string? Fact);
}
