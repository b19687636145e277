using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Verifies a finished brief against its articles: every citation leads to the hash and the characters that it names,
/// every word of a source, name, role, number and date stands there, and the pages print what the data say.
/// </summary>
public sealed class BriefVerifier
{
    // A printed hash is at least this long.
    private const int HashDigits = 16;

    /// <summary>Verifies a brief.</summary>
    /// <param name="path"><c>brief.json</c>; or <c>brief.html</c> or <c>brief.pdf</c> with <c>brief.json</c> beside it.</param>
    /// <param name="options">Where the articles are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidDataException">The file is no brief of ours.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<VerificationReport> VerifyAsync(
        string path,
        VerificationOptions options,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        var file = BriefFile.Read(path);
        var document = file.Document;
        var failures = ImmutableArray.CreateBuilder<VerificationFailure>();
        Manifest(document, failures);
        var articles = options.Texts is { } stored
            ? ArticleTexts.Of(document, stored, failures)
            : await ArticleTexts
                .ReadAsync(document, options.ArticlesRoot, failures, cancellationToken)
                .ConfigureAwait(false);
        Citations(document, articles, failures);
        Statements(document, articles, options.CountryNames, failures);
        if (file.Page is { } page)
        {
            Page(page, document, failures);
        }

        if (file.Pages is not null)
        {
            Print(file, failures);
        }

        return new VerificationReport(
            path,
            document.Statements.Length,
            document.Citations.Length,
            articles.Count,
            failures.ToImmutable()
        );
    }

    /// <summary>
    /// Verifies a brief before it is rendered, as a finished one is: each citation and statement against the texts of the
    /// articles. So a statement that does not hold can be left out, and the brief still be made.
    /// </summary>
    /// <param name="brief">The brief.</param>
    /// <param name="countryNames">English names by ISO 3166-1 alpha-2 code, to check printed countries.</param>
    /// <returns>What does not hold, in the brief's order.</returns>
    public static ImmutableArray<VerificationFailure> Check(
        Brief brief,
        IReadOnlyDictionary<string, string> countryNames
    )
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(countryNames);
        var document = BriefDocumentBuilder.Build(brief);
        var failures = ImmutableArray.CreateBuilder<VerificationFailure>();
        Manifest(document, failures);
        var texts = brief
            .Facts.Articles.Concat(brief.Facts.Earlier?.Facts.Articles ?? [])
            .Select(article => article.Facts.Article)
            .DistinctBy(article => article.Id)
            .ToDictionary(article => article.Id, article => article.Text, StringComparer.Ordinal);
        // Of an edition before that came as a file there are the words that its facts quote, and no whole texts.
        var articles = ArticleTexts.Of(
            document,
            texts,
            failures,
            id => brief.Facts.Earlier?.Hashes.ContainsKey(id) is true
        );
        Citations(document, articles, failures);
        Statements(document, articles, countryNames, failures);
        return failures.ToImmutable();
    }

    /// <summary>Verifies the data of a brief against texts that are at hand.</summary>
    internal static ImmutableArray<VerificationFailure> Check(
        BriefDocument document,
        Dictionary<string, RepairedText> articles,
        IReadOnlyDictionary<string, string> countryNames
    )
    {
        var failures = ImmutableArray.CreateBuilder<VerificationFailure>();
        Manifest(document, failures);
        Citations(document, articles, failures);
        Statements(document, articles, countryNames, failures);
        return failures.ToImmutable();
    }

    /// <summary>Checks that a rendered file prints what its brief says; formats that are no pages are not looked at.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="path">The file, <c>.html</c> or <c>.pdf</c>.</param>
    /// <returns>What is not printed.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImmutableArray<VerificationFailure> CheckPrint(Brief brief, string path)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var failures = ImmutableArray.CreateBuilder<VerificationFailure>();
        try
        {
            if (PrintedPages.Read(path) is { } printed)
            {
                Print(new BriefFile(BriefDocumentBuilder.Build(brief), printed.Pages, printed.Marks), failures);
            }
        }
        catch (InvalidDataException exception)
        {
            failures.Add(new VerificationFailure(VerificationFailure.Whole, exception.Message));
        }

        return failures.ToImmutable();
    }

    private static void Manifest(BriefDocument document, ImmutableArray<VerificationFailure>.Builder failures)
    {
        var manifest = document.Manifest;
        var hash = new Manifest(manifest.Tool, manifest.Inputs, manifest.Templates, manifest.Models)
        {
            Earlier = manifest.Earlier ?? [],
        }.Hash;
        if (!string.Equals(hash, manifest.Hash, StringComparison.Ordinal))
        {
            failures.Add(
                new VerificationFailure(
                    VerificationFailure.Whole,
                    $"the manifest does not have the hash that it states ({manifest.Hash})"
                )
            );
        }

        if (!string.Equals(BriefSeal.Of(document), manifest.Seal, StringComparison.Ordinal))
        {
            failures.Add(
                new VerificationFailure(
                    VerificationFailure.Whole,
                    "the seal is broken: statements or citations were changed after the brief was made"
                )
            );
        }

        var inputs = manifest
            .Inputs.Concat(manifest.Earlier ?? [])
            .Select(input => (input.Number, input.Sha256, input.Path))
            .ToHashSet();
        foreach (var source in document.AllSources)
        {
            if (!inputs.Contains((source.Number, source.Sha256, source.Path)))
            {
                failures.Add(
                    new VerificationFailure(source.Article, "is not in the manifest as the source list has it")
                );
            }
        }
    }

    private static void Citations(
        BriefDocument document,
        Dictionary<string, RepairedText> articles,
        ImmutableArray<VerificationFailure>.Builder failures
    )
    {
        foreach (var citation in document.Citations)
        {
            if (!articles.TryGetValue(citation.Article, out var text))
            {
                failures.Add(new VerificationFailure(citation.Id, $"its article {citation.Article} was not read"));
            }
            else if (citation.Start < 0 || citation.Start >= citation.End || citation.End > text.Source.Length)
            {
                failures.Add(new VerificationFailure(citation.Id, "its place lies outside the article"));
            }
            else
            {
                var span = new TextSpan(citation.Start, citation.End);
                if (!string.Equals(text.Source.ToString(span), citation.Text, StringComparison.Ordinal))
                {
                    failures.Add(
                        new VerificationFailure(citation.Id, "its text is not what stands at its place in the article")
                    );
                }

                if (
                    !string.Equals(
                        CleanText.Of(SourceWording.Of(text, span)),
                        citation.Wording,
                        StringComparison.Ordinal
                    )
                )
                {
                    failures.Add(
                        new VerificationFailure(citation.Id, "its wording is not the repaired wording of its place")
                    );
                }
            }
        }
    }

    private static void Statements(
        BriefDocument document,
        Dictionary<string, RepairedText> articles,
        IReadOnlyDictionary<string, string> countryNames,
        ImmutableArray<VerificationFailure>.Builder failures
    )
    {
        var citations = document.Citations.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var templates = (document.TemplateWords ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var book = new FactBook(document);
        var check = new StatementCheck(articles, citations, new CitedFacts(document), book, countryNames, templates);
        var before = document.Earlier is { } earlier
            ? new StatementCheck(
                articles,
                citations,
                new CitedFacts(earlier),
                new FactBook(earlier),
                countryNames,
                templates
            )
            : check;
        var old = (document.Earlier?.Sources ?? []).Select(source => source.Article).ToHashSet(StringComparer.Ordinal);
        foreach (var statement in document.Statements)
        {
            // What the edition before said rests on that edition's facts alone.
            var isOld = statement.Citations.All(id => citations.TryGetValue(id, out var c) && old.Contains(c.Article));
            foreach (var problem in (isOld ? before : check).Problems(statement))
            {
                failures.Add(new VerificationFailure(statement.Id, problem));
            }
        }

        failures.AddRange(RepeatCheck.Problems(document));
        failures.AddRange(SanctionCheck.Turned(document));
        failures.AddRange(OriginCheck.Groups(document, book));
    }

    // A page belongs to the data beside it where both have one seal, and the page's own data keep theirs.
    private static void Page(
        PageDocument page,
        BriefDocument document,
        ImmutableArray<VerificationFailure>.Builder failures
    )
    {
        var manifest = page.Manifest;
        if (manifest.Hash != document.Manifest.Hash || manifest.Seal != document.Manifest.Seal)
        {
            failures.Add(
                new VerificationFailure(
                    "brief",
                    "the page was not made with the brief.json beside it: their seals differ"
                )
            );
        }

        if (
            !string.Equals(
                BriefSeal.Of(manifest.Hash, page.Statements, page.Citations),
                manifest.Seal,
                StringComparison.Ordinal
            )
        )
        {
            failures.Add(
                new VerificationFailure("brief", "the page's seal is broken: its data were changed after it was made")
            );
        }
    }

    private static void Print(BriefFile file, ImmutableArray<VerificationFailure>.Builder failures)
    {
        var print = new PrintCheck(file.Pages!);
        foreach (var statement in file.Document.Statements)
        {
            foreach (var missing in print.Missing(statement))
            {
                failures.Add(new VerificationFailure(statement.Id, $"is not printed: \"{missing}\""));
            }
        }

        var hash = file.Document.Manifest.Hash;
        if (hash.Length < HashDigits || !print.Prints(hash[..HashDigits]))
        {
            failures.Add(new VerificationFailure(VerificationFailure.Whole, "does not print the hash of its manifest"));
        }

        var marks = file.Document.Statements.Sum(s => s.Parts.Count(part => part.Kind == StatementPartKind.Citation));
        if (file.Marks is { } printed && printed != marks)
        {
            failures.Add(
                new VerificationFailure(
                    VerificationFailure.Whole,
                    $"prints {printed} citation marks, but its statements have {marks}"
                )
            );
        }
    }
}
