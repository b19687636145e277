using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Editions;
using BriefingGen.Fusion.Stories;
using BriefingGen.Rendering.Verification;
using BriefingGen.Sources;

namespace BriefingGen.Rendering.Json;

/// <summary>Makes the document of a brief.</summary>
internal static class BriefDocumentBuilder
{
    public static BriefDocument Build(Brief brief)
    {
        var inputs = Inputs(brief);
        var outlines = Outlines(brief);
        var document = new BriefDocument(
            BriefDocument.SchemaName,
            brief.Masthead,
            [
                .. brief
                    .Blocks.OfType<HeadingBlock>()
                    .Select(heading => new DocumentSection(
                        heading.Anchor,
                        PlainText.Of(heading.Content),
                        brief.Annexes.Contains(heading.Anchor, StringComparer.Ordinal)
                            || brief.Annexes.Any(id => heading.Anchor.StartsWith(id + "-", StringComparison.Ordinal))
                    )),
            ],
            [.. brief.Statements.Select(Statement)],
            [.. brief.Citations.Select(citation => Citation(citation, inputs, outlines))],
            [.. brief.Facts.Articles.OrderBy(a => a.Number).Select(article => Source(article, inputs[article.Number]))],
            Coverage(brief.Coverage),
            brief.Facts.Actors,
            [.. brief.Facts.Stories.Select(story => Story(story, Printed(brief, story)))],
            [.. brief.Facts.Events.Select(Event)],
            [.. brief.Facts.Claims.Select(Claim)],
            [.. brief.Facts.Quantities.Select(q => new DocumentQuantity(q.Matter, q.Values, q.Story))],
            [.. brief.Facts.Disagreements.Select(Disagreement)],
            [
                .. brief.Facts.Changes.Select(c => new DocumentChange(
                    c.Kind,
                    c.Before,
                    c.After,
                    c.Since,
                    c.Story,
                    c.Why
                )),
            ],
            brief.Facts.Scheduled,
            [.. brief.Facts.Articles.OrderBy(a => a.Number).SelectMany(brief.Facts.FactsOf)],
            new DocumentManifest(
                brief.Manifest.Tool,
                brief.Manifest.Hash,
                string.Empty,
                brief.Manifest.Inputs,
                brief.Manifest.Templates,
                brief.Manifest.Models
            )
            {
                Earlier = brief.Manifest.Earlier.IsEmpty ? null : brief.Manifest.Earlier,
            }
        )
        {
            Earlier = brief.Facts.Earlier is { } earlier ? Earlier(brief, earlier, inputs) : null,
        };
        document = document with
        {
            ReviewItems = brief.ReviewItems,
            Reviews = brief.Reviews.IsEmpty ? null : brief.Reviews,
            TemplateWords = brief.TemplateWords.IsEmpty ? null : brief.TemplateWords,
        };
        var repeats = RepeatCheck.Of(document).Count();
        ImmutableArray<string> turned = [.. SanctionCheck.TargetFirst(document.Statements)];
        document = document with
        {
            Repeats = repeats == 0 ? null : repeats,
            TargetFirst = turned.IsEmpty ? null : turned,
        };
        return document with { Manifest = document.Manifest with { Seal = BriefSeal.Of(document) } };
    }

    // Of the edition before stand the facts that a change names.
    private static DocumentEarlier Earlier(Brief brief, ComparedEdition earlier, Dictionary<int, ManifestInput> inputs)
    {
        var named = brief.Facts.Changes.SelectMany(c => c.Before).ToHashSet(StringComparer.Ordinal);
        return new DocumentEarlier(
            earlier.Day,
            [.. earlier.Facts.Articles.OrderBy(a => a.Number).Select(a => Source(a, inputs[a.Number]))],
            earlier.Facts.Actors,
            [
                .. earlier
                    .Facts.Articles.OrderBy(a => a.Number)
                    .SelectMany(earlier.Facts.FactsOf)
                    .Where(fact =>
                        fact switch
                        {
                            PositionFact said => named.Contains(said.Id),
                            IEventFact told => named.Contains(told.Id),
                            QuantityFact figure => named.Contains(figure.Id),
                            SanctionFact sanction => named.Contains(sanction.Outcome),
                            AssessmentFact judged => named.Contains(judged.Position),
                            _ => false,
                        }
                    ),
            ]
        );
    }

    private static Dictionary<int, ManifestInput> Inputs(Brief brief) =>
        brief.Manifest.Inputs.Concat(brief.Manifest.Earlier).ToDictionary(input => input.Number);

    private static Dictionary<string, Dictionary<int, SentenceOutline>> Outlines(Brief brief) =>
        brief
            .Facts.Articles.DistinctBy(article => article.Facts.Article.Id, StringComparer.Ordinal)
            .ToDictionary(
                article => article.Facts.Article.Id,
                article => article.Facts.Outlines.ToDictionary(outline => outline.Sentence.Start),
                StringComparer.Ordinal
            );

    /// <summary>What a page of the brief holds of it.</summary>
    public static PageDocument Page(Brief brief)
    {
        var inputs = Inputs(brief);
        var outlines = Outlines(brief);
        ImmutableArray<DocumentStatement> statements = [.. brief.Statements.Select(Statement)];
        ImmutableArray<DocumentCitation> citations =
        [
            .. brief.Citations.Select(one => Citation(one, inputs, outlines)),
        ];
        var hash = brief.Manifest.Hash;
        return new PageDocument(
            PageDocument.SchemaName,
            "brief.json",
            new PageManifest(brief.Manifest.Tool, hash, BriefSeal.Of(hash, statements, citations)),
            statements,
            citations
        );
    }

    // Its own section rather than the bottom line, which draws from all.
    private static string? Printed(Brief brief, Story story) =>
        brief
            .Statements.Where(statement => statement.Story == story.Id)
            .Select(statement => statement.Section)
            .OrderBy(section => section == "bottom-line")
            .FirstOrDefault();

    private static DocumentStory Story(Story story, string? section) =>
        new(
            story.Id,
            new DocumentTitle(
                story.Title.Article,
                story.Title.Span.Start,
                story.Title.Span.End,
                story.Title.Span.Text,
                story.Title.Span.Reads
            ),
            story.Topic,
            section,
            story.Actors,
            story.Articles,
            story.Facts,
            story.State,
            story.Newest,
            story.Score,
            story.Parts.ToImmutableSortedDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal),
            story.Mark,
            story.Superseded,
            story.Joints
        );

    private static DocumentEvent Event(Event item) =>
        new(
            item.Lead.Id,
            [.. item.Outcomes.Select(outcome => outcome.Id)],
            item.Origins,
            item.Score,
            item.Story,
            item.Tellings
        );

    private static DocumentClaim Claim(Claim claim) =>
        new(
            claim.Lead.Id,
            [.. claim.Positions.Select(position => position.Id)],
            claim.Actor,
            claim.Origins,
            claim.Score,
            claim.Story,
            claim.Joints
        );

    private static DocumentDisagreement Disagreement(Disagreement item) =>
        new(
            item.Type.ToString().ToLowerInvariant(),
            item.Matter,
            [.. item.First.Positions.Select(position => position.Id)],
            [.. item.Second.Positions.Select(position => position.Id)],
            item.Status.ToString().ToLowerInvariant(),
            item.Story,
            item.Why,
            item.Confidence
        );

    private static DocumentStatement Statement(Statement statement) =>
        new(
            statement.Id,
            statement.Section,
            statement.Story,
            statement.Text,
            [
                .. statement.Parts.Select(part => new DocumentPart(
                    part.Kind,
                    part.Text,
                    part.Article,
                    part.Article is null ? null : part.Start,
                    part.Article is null ? null : part.End,
                    part.Value
                )
                {
                    As = part.As,
                }),
            ],
            [.. statement.Citations.Select(citation => citation.Id)]
        );

    private static DocumentCitation Citation(
        Citation citation,
        Dictionary<int, ManifestInput> inputs,
        Dictionary<string, Dictionary<int, SentenceOutline>> outlines
    )
    {
        var input = inputs[citation.Source];
        return new DocumentCitation(
            citation.Id,
            citation.Source,
            citation.Article.Id,
            input.Sha256,
            input.Path,
            input.Record,
            citation.Fact,
            citation.Start,
            citation.End,
            citation.Article.Text.Value[citation.Start..citation.End],
            citation.Wording
        )
        {
            Cuts =
                outlines.TryGetValue(citation.Article.Id, out var known)
                && known.TryGetValue(citation.Start, out var outline)
                && outline.Sentence.End == citation.End
                    ?
                    [
                        .. outline.Cuts.Select(cut => new DocumentCut(
                            cut.Span.Start,
                            cut.Span.End,
                            cut.Kind.ToString().ToLowerInvariant()
                        )),
                    ]
                    : null,
        };
    }

    private static DocumentSource Source(FusedArticle item, ManifestInput input)
    {
        var article = item.Facts.Article;
        return new DocumentSource(
            item.Number,
            article.Id,
            article.Path,
            article.Record,
            input.Sha256,
            article.Title,
            article.Url?.AbsoluteUri,
            article.Publisher,
            article.Published,
            article.Language,
            article.Encoding,
            item.Origin,
            item.DuplicateOf,
            [
                .. item.Facts.Reading.Edits.Select(edit => new DocumentEdit(
                    edit.Span.Start,
                    edit.Span.End,
                    edit.Replacement,
                    edit.Kind.ToString().ToLowerInvariant()
                )),
            ]
        )
        {
            Terms = item.Facts.Terms.IsDefaultOrEmpty
                ? null
                : item
                    .Facts.Terms.GroupBy(t => t.Lemma, StringComparer.Ordinal)
                    .ToImmutableSortedDictionary(g => g.Key, g => g.Sum(t => t.Count), StringComparer.Ordinal),
        };
    }

    private static DocumentCoverage Coverage(Coverage coverage) =>
        new(
            coverage.Read,
            coverage.Copies,
            coverage.Origins,
            [
                .. coverage.NotExtracted.Select(article => new DocumentNotExtracted(
                    article.Id,
                    article.Path,
                    article.Record,
                    article.Title,
                    article.Language
                )),
            ],
            [.. coverage.SetAside.Select(SetAside)],
            [.. coverage.Notes.Select(SetAside)]
        )
        {
            Feeds = coverage.Feeds.IsEmpty ? null : [.. coverage.Feeds.Select(Feed)],
            LeftOut = coverage.LeftOut.IsEmpty
                ? null
                : [.. coverage.LeftOut.Select(item => new DocumentLeftOut(item.Id, item.Section, item.Reason))],
        };

    private static DocumentFeed Feed(FeedCoverage feed) =>
        new(
            feed.Url,
            feed.Status.ToString().ToLowerInvariant(),
            feed.LastRead,
            feed.Items,
            feed.Articles,
            feed.Failures,
            feed.Error
        );

    private static DocumentSetAside SetAside(SetAside item) => new(item.Path, item.Place, item.Code, item.Message);
}
