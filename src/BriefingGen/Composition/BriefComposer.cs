using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Composition.Markup;
using BriefingGen.Composition.Planning;
using BriefingGen.Composition.Reviewing;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion;
using Scriban.Runtime;

namespace BriefingGen.Composition;

/// <summary>
/// Composes a brief: plans what each section prints, words facts in their sources' own words, runs the user's
/// templates and reads their Markdown into blocks. It authors no judgement. Safe to share between threads.
/// </summary>
public sealed class BriefComposer
{
    /// <summary>Composes a brief. The same facts, templates and options give the same brief.</summary>
    /// <param name="facts">What the articles say.</param>
    /// <param name="coverage">What was read besides.</param>
    /// <param name="templates">The user's templates.</param>
    /// <param name="options">Clock, edition, versions, names.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The brief, ready for every renderer.</returns>
    /// <exception cref="TemplateException">A template is wrong or goes past a limit.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Brief Compose(
        FusedFacts facts,
        CoverageInput coverage,
        TemplateSet templates,
        ComposerOptions options,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(options);
        facts = SureMarks.Keep(facts);
        var longest = templates.Profile.Limits.StatementCharacters;
        var index = new FactIndex(facts)
        {
            Longest = longest,
            Earlier = facts.Earlier is { } earlier ? new FactIndex(earlier.Facts) { Longest = longest } : null,
        };
        var masthead = Masthead(facts, templates.Profile, options);
        var covered = Covered(facts, coverage, options.LeaveOut);
        var manifest = Manifest(facts, templates, options);
        var plans = new SectionPlanner(index, templates.Profile, templates.Taxonomy).Plan();
        var model = new TemplateModel(index, plans, templates, options);
        var written = Write(new HashSet<int>());
        if (facts.Articles.Length > templates.Profile.Limits.Of("sources"))
        {
            // Not all articles fit into the source list: what is cited does, and is known only now.
            written = Write(written.Citations.Select(citation => citation.Source).ToHashSet());
        }

        var items = ReviewItems.Of(facts, written.Statements, written.Annexes);
        if (ReviewStatus.Of(items, options.Reviews) is { } status)
        {
            // Who reviewed what is printed is known once it is.
            masthead = masthead with
            {
                Review = status,
            };
            written = Write(written.Citations.Select(citation => citation.Source).ToHashSet());
        }

        var articles = facts.Articles.Select(one => one.Facts.Article.Id).ToHashSet(StringComparer.Ordinal);
        return new Brief(
            masthead,
            written.Blocks,
            written.Citations,
            written.Statements,
            covered,
            templates.Theme,
            facts,
            written.Markdown,
            manifest
        )
        {
            Limits = templates.Profile.Limits,
            TemplateWords = ConnectingWords.Beyond(written.Statements, templates.Texts),
            Annexes = written.Annexes,
            ReviewItems = items,
            Reviews = [.. options.Reviews.Decisions.Where(decision => articles.Contains(decision.Place!.Article))],
        };

        Written Write(IReadOnlySet<int> cited)
        {
            var globals = model.Globals(masthead, covered, manifest, cited);
            return Sections(
                templates,
                model.Plans,
                index,
                globals,
                (plan, heading) => model.Section(plan, heading, covered.Read),
                options.LeaveOut,
                cancellationToken
            );
        }
    }

    // Runs the templates of all sections and reads what they make.
    private static Written Sections(
        TemplateSet templates,
        ImmutableArray<SectionPlan> plans,
        FactIndex index,
        ScriptObject globals,
        Func<SectionPlan, string, ScriptObject> model,
        ImmutableArray<LeftOutStatement> leaveOut,
        CancellationToken cancellationToken
    )
    {
        var marks = new PartMarks(index.AllArticles);
        var runner = new TemplateRunner(templates, marks);
        var statements = new StatementCollector(
            leaveOut.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal)
        );
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var markdown = new StringBuilder();
        var annexes = ImmutableArray.CreateBuilder<string>();
        // An edition in which nothing moved says so, where the profile says what then stands.
        var isUnchanged = index.Facts.IsUnchanged && plans.Any(plan => plan.Section.Unchanged);
        foreach (var plan in plans)
        {
            var section = plan.Section;
            if (
                (isUnchanged && !section.Unchanged)
                || (section.OnlyWithFacts && !section.Topics.IsEmpty && plan.IsEmpty)
            )
            {
                continue;
            }

            var heading =
                !templates.Judgements.IsEmpty && section.JudgedHeading.Length > 0 ? section.JudgedHeading
                : index.Facts.Earlier is not null && section.ComparedHeading.Length > 0 ? section.ComparedHeading
                : section.Heading;
            globals["section"] = model(plan, heading);
            var text = runner.Run(section.Template, globals, cancellationToken);
            var read = new MarkdownReader(marks, statements, section.Id, section.Template).Read(text);
            if (!leaveOut.IsEmpty)
            {
                read = [.. WithoutBare(read)];
            }

            if (section.OnlyWithFacts && read.IsEmpty)
            {
                continue;
            }

            if (section.Annex)
            {
                annexes.Add(section.Id);
            }

            Head(section, heading, blocks, markdown);
            blocks.AddRange(read);
            markdown.Append(PartMarks.Strip(text).Trim()).Append("\n\n");
        }

        return new Written(
            blocks.ToImmutable(),
            Used(marks.Citations, statements, leaveOut.IsEmpty),
            WithStories(statements.Statements, index.Facts, annexes),
            markdown.ToString(),
            annexes.ToImmutable()
        );
    }

    // Where all that stood under a heading was left out, the heading goes with it.
    private static IEnumerable<Block> WithoutBare(ImmutableArray<Block> blocks) =>
        blocks.Where(
            (block, i) =>
                block is not HeadingBlock heading
                || (i + 1 < blocks.Length && (blocks[i + 1] is not HeadingBlock next || next.Level > heading.Level))
        );

    // What the templates made.
    private sealed record Written(
        ImmutableArray<Block> Blocks,
        ImmutableArray<Citation> Citations,
        ImmutableArray<Statement> Statements,
        string Markdown,
        ImmutableArray<string> Annexes
    );

    private static void Head(
        ProfileSection section,
        string heading,
        ImmutableArray<Block>.Builder blocks,
        StringBuilder markdown
    )
    {
        if (heading.Length > 0)
        {
            var words = CleanText.Of(heading);
            blocks.Add(new HeadingBlock(2, [new TextInline(words)], section.Id));
            markdown.Append("## ").Append(MarkdownEscape.Of(words)).Append("\n\n");
        }
    }

    // A statement on the pages to read belongs to the story of what it cites first.
    private static ImmutableArray<Statement> WithStories(
        IReadOnlyList<Statement> statements,
        FusedFacts facts,
        IReadOnlyCollection<string> annexes
    )
    {
        var stories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var story in facts.Stories)
        {
            foreach (var id in story.Facts.Concat(story.Articles))
            {
                stories.TryAdd(id, story.Id);
            }
        }

        return
        [
            .. statements.Select(statement =>
                annexes.Contains(statement.Section)
                    ? statement
                    : statement with
                    {
                        Story =
                            stories.GetValueOrDefault(statement.Citations[0].Fact)
                            ?? stories.GetValueOrDefault(statement.Citations[0].Article.Id),
                    }
            ),
        ];
    }

    // A statement that is left out takes with it the citations that nothing else rests on.
    private static ImmutableArray<Citation> Used(
        IReadOnlyList<Citation> made,
        StatementCollector statements,
        bool isWhole
    )
    {
        if (isWhole)
        {
            return [.. made];
        }

        var used = statements
            .Statements.SelectMany(statement => statement.Citations)
            .Select(citation => citation.Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. made.Where(citation => used.Contains(citation.Id))];
    }

    private static Masthead Masthead(FusedFacts facts, Profile profile, ComposerOptions options)
    {
        var days = facts.Articles.Select(a => a.Facts.Article.Published).OfType<DateOnly>().Order().ToList();
        return new Masthead(
            profile.Title,
            profile.Producer,
            profile.Distribution,
            profile.Marking,
            options.Edition,
            days.Count == 0 ? null : days[0],
            days.Count == 0 ? null : days[^1],
            options.Time.GetUtcNow().ToUniversalTime(),
            days.Count == 0 ? null : days[^1],
            profile.Review,
            profile.Language
        )
        {
            DateFormat = profile.DateFormat,
        };
    }

    private static Coverage Covered(FusedFacts facts, CoverageInput input, ImmutableArray<LeftOutStatement> leftOut) =>
        new(
            facts.Articles.Length,
            facts.Articles.Count(article => article.DuplicateOf is not null),
            facts.Articles.Select(article => article.Origin).Distinct().Count(),
            input.NotExtracted,
            input.SetAside,
            input.Notes
        )
        {
            Feeds = input.Feeds,
            LeftOut = leftOut,
        };

    private static Manifest Manifest(FusedFacts facts, TemplateSet templates, ComposerOptions options) =>
        new(
            options.Tool,
            [
                .. facts
                    .Articles.OrderBy(article => article.Number)
                    .Select(article => Input(article, ImmutableDictionary<string, string>.Empty)),
            ],
            templates.Files,
            [.. options.Models.OrderBy(model => model.Name, StringComparer.Ordinal)]
        )
        {
            Earlier =
            [
                .. (facts.Earlier?.Facts.Articles ?? [])
                    .OrderBy(article => article.Number)
                    .Select(article => Input(article, facts.Earlier!.Hashes)),
            ],
        };

    // Of a text that is not at hand whole the hash is known from the edition that read it.
    private static ManifestInput Input(FusedArticle article, IReadOnlyDictionary<string, string> hashes) =>
        new(
            article.Number,
            article.Facts.Article.Id,
            article.Facts.Article.Path,
            article.Facts.Article.Record,
            hashes.GetValueOrDefault(article.Facts.Article.Id)
                ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Facts.Article.Text.Value)))
        );
}
