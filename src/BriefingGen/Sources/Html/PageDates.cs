using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources.Html;

/// <summary>
/// The day on which a page's article was published. Sources go in the order of how surely they speak of the article; one
/// that cannot be used leaves the word to the next. What speaks of something else on the page (a related story, a comment,
/// a work that is cited, another kind of thing in JSON-LD) is not asked: a wrong day is worse than none.
/// </summary>
internal sealed class PageDates(IHtmlDocument document, PageParts parts, List<PageBlock> blocks)
{
    private static readonly string[] DateNames =
    [
        "article:published_time",
        "article:published",
        "og:article:published_time",
        "og:published_time",
        "og:pubdate",
        "datepublished",
        "date_published",
        "rnews:datepublished",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_time",
        "published_date",
        "published",
        "pubdate",
        "pub_date",
        "publication_date",
        "publication-date",
        "article_date_original",
        "originalpublicationdate",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "vr:published_time",
        "dcterms.issued",
        "dc.date.issued",
        "dcterms.created",
        "dc.date.created",
        "citation_online_date",
        "citation_publication_date",
        "citation_date",
        "prism.publicationdate",
    ];

    // Many systems write the day of the last change here: what the page shows its readers goes before.
    private static readonly string[] LooseNames = ["dcterms.date", "dc.date", "dc:date", "date"];

    private const int MostSeen = 200;

    private readonly List<DateCandidate> _all = [];
    private PublicationDate? _problem;

    /// <summary>Finds it.</summary>
    /// <param name="linked">What JSON-LD says of the article; null for nothing.</param>
    /// <param name="meta">The page's meta elements, names in lower case.</param>
    /// <param name="url">The page's address; null where not known.</param>
    /// <param name="today">The day of the run.</param>
    public PublicationDate Find(
        LinkedArticle? linked,
        IReadOnlyDictionary<string, string> meta,
        Uri? url,
        DateOnly today
    )
    {
        var visible = new VisibleDates(parts, blocks);
        Add(linked?.Published, DateSource.Linked);
        foreach (var name in DateNames)
        {
            Add(meta.GetValueOrDefault(name), DateSource.Meta);
        }

        AddRange(Microdata(), DateSource.Microdata);
        AddRange(Times(), DateSource.Time);
        AddRange(visible.Labelled(), DateSource.Labelled);
        AddRange(visible.Byline(), DateSource.Byline);
        foreach (var name in LooseNames)
        {
            Add(meta.GetValueOrDefault(name), DateSource.LooseMeta);
        }

        AddRange(Named(), DateSource.Named);
        AddRange(AddressDates.Of(url), DateSource.Address);
        var changed = Changed(linked, meta, visible);
        return Choose(today, [.. visible.Days().Take(MostSeen)], [.. changed.Select(static c => c.Mention.Day)])
            ?? LaterVersion(changed.FirstOrDefault(), today)
            ?? _problem
            ?? PublicationDate.None;
    }

    private PublicationDate? Choose(DateOnly today, IReadOnlyList<DateOnly> seen, IReadOnlyList<DateOnly> later)
    {
        foreach (var candidate in _all)
        {
            var read = Resolve(candidate) is { } day
                ? PublicationDate.Check(day, candidate.Shown, today)
                : PublicationDate.Ambiguous(
                    candidate.Shown,
                    candidate.Mention.Day,
                    candidate.Mention.MonthFirst!.Value
                );
            if (read.Value is { } taken)
            {
                taken = candidate.IsUniversal ? Local(taken) : taken;
                return new DateDoubts(_all, seen, later).Of(candidate, taken) ?? new PublicationDate(taken, null, null);
            }

            _problem ??= read;
        }

        return null;
    }

    // 05/11/2026: the day that the page states elsewhere in words that leave no doubt; else in the order in which the
    // page writes other days.
    private DateOnly? Resolve(DateCandidate candidate)
    {
        if (candidate.Mention.MonthFirst is not { } monthFirst)
        {
            return candidate.Mention.Day;
        }

        var dayFirst = candidate.Mention.Day;
        foreach (var other in _all)
        {
            if (!other.Mention.IsAmbiguous && (other.Mention.Day == dayFirst || other.Mention.Day == monthFirst))
            {
                return other.Mention.Day;
            }
        }

        return new NumericOrder(blocks, candidate.Shown).IsDayFirst switch
        {
            true => dayFirst,
            false => monthFirst,
            null => null,
        };
    }

    // Late in the evening of New York it is tomorrow in Greenwich; what the page shows its readers is the writer's day.
    private DateOnly Local(DateOnly universal)
    {
        var own = _all.Where(static c => !c.IsUniversal && !c.Mention.IsAmbiguous)
            .OrderByDescending(static c => c.IsVisible)
            .Select(static c => c.Mention.Day)
            .ToList();
        var at = own.FindIndex(day => Math.Abs(day.DayNumber - universal.DayNumber) <= 1);
        return at < 0 ? universal : own[at];
    }

    private static List<DateCandidate> Changed(
        LinkedArticle? linked,
        IReadOnlyDictionary<string, string> meta,
        VisibleDates visible
    ) =>
        [
            .. new[]
            {
                DateCandidate.Of(linked?.Modified),
                DateCandidate.Of(meta.GetValueOrDefault("article:modified_time")),
                DateCandidate.Of(meta.GetValueOrDefault("og:updated_time")),
                DateCandidate.Of(meta.GetValueOrDefault("last-modified")),
                visible.Updated(),
            }
                .OfType<DateCandidate>()
                .Where(static c => !c.Mention.IsAmbiguous),
        ];

    // A later version's day is not the first one's; it tells that the article is no younger.
    private static PublicationDate? LaterVersion(DateCandidate changed, DateOnly today) =>
        changed.Shown is not null && PublicationDate.Check(changed.Mention.Day, changed.Shown, today).Value is { } day
            ? PublicationDate.NotLaterThan(day)
            : null;

    private void Add(string? field, DateSource source)
    {
        if (DateCandidate.Of(field) is { } candidate)
        {
            _all.Add(candidate with { Source = source });
        }
        else if (field is not null)
        {
            _problem ??= PublicationDate.ReadField(field, DateOnly.MaxValue.AddDays(-10));
        }
    }

    private void AddRange(IEnumerable<DateCandidate> candidates, DateSource source) =>
        _all.AddRange(candidates.Select(c => c with { Source = source }));

    // Of an article, or of nothing that the page names: never of a work that is cited, of a comment or a picture.
    private IEnumerable<DateCandidate> Microdata() =>
        Agreed(
            document
                .QuerySelectorAll(
                    "[itemprop~=datePublished], [property='schema:datePublished'], [property=datePublished]"
                )
                .Where(e => IsOfArticle(e) && !parts.IsBeside(e))
        );

    private bool IsOfArticle(IElement element)
    {
        var scope = element.ParentElement;
        while (scope is not null && !scope.HasAttribute("itemscope") && !scope.HasAttribute("typeof"))
        {
            scope = scope.ParentElement;
        }

        return scope is null
            || PageWords.IsArticleType(scope.GetAttribute("itemtype") ?? scope.GetAttribute("typeof") ?? string.Empty)
            || (parts.HoldsHeadline(scope) && !scope.HasAttribute("itemprop"));
    }

    private IEnumerable<DateCandidate> Times()
    {
        var times = document
            .QuerySelectorAll("time, abbr.published, abbr.dt-published")
            .Where(e => !parts.IsBeside(e))
            .ToList();
        var marked = times.Where(static e => e.HasAttribute("pubdate")).ToList();
        return Agreed((marked.Count > 0 ? marked : times).Where(e => !IsLinkElsewhere(e) && !IsOfUpdate(e)));
    }

    private IEnumerable<DateCandidate> Named() =>
        Agreed(
            document
                .QuerySelectorAll("[class]")
                .Where(e => e.ClassList.Any(PageWords.Dated.Contains) && e.TextContent.Length < 200)
                .Where(e => !parts.IsBeside(e) && !IsLinkElsewhere(e) && !IsOfUpdate(e))
        );

    // Where an article is listed, its day stands beside the link to it; a message or a picture set into it has its own.
    private bool IsLinkElsewhere(IElement element)
    {
        for (var at = element; at is not null && !parts.HoldsHeadline(at); at = at.ParentElement)
        {
            if (
                (at.LocalName == "a" && at.GetAttribute("rel")?.Contains("bookmark", StringComparison.Ordinal) != true)
                || at.LocalName is "blockquote" or "figcaption" or "figure"
                || (at.LocalName is "li" or "article" or "tr" && at.QuerySelector("a[href]") is not null)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfUpdate(IElement element) =>
        Has(element.ClassName, "updated")
        || Has(element.ClassName, "modified")
        || Has(element.GetAttribute("itemprop"), "modified")
        || Has(element.ParentElement?.ClassName, "updated")
        || Has(element.ParentElement?.ClassName, "modified")
        || VisibleDates.IsUpdateLabel(element.TextContent)
        || VisibleDates.IsUpdateLabel(element.PreviousSibling?.TextContent ?? string.Empty);

    private static bool Has(string? names, string word) =>
        names is not null
        && names.Contains(word, StringComparison.OrdinalIgnoreCase)
        && !names.Contains("published", StringComparison.OrdinalIgnoreCase);

    // All of them say the same, or the first behind the headline within the story speaks for it; else none does.
    private List<DateCandidate> Agreed(IEnumerable<IElement> elements)
    {
        var found = new List<(IElement Element, DateCandidate Date)>();
        foreach (var element in elements.Take(50))
        {
            if (Of(element) is { } date)
            {
                found.Add((element, date));
            }
        }

        if (found.Count == 0 || found.All(f => f.Date.Mention.Day == found[0].Date.Mention.Day))
        {
            return [.. found.Select(static f => f.Date)];
        }

        if (parts.Headline is not { } headline)
        {
            return [];
        }

        // The smallest part of the page that has the headline and one of the days.
        for (var part = headline.ParentElement; part is not null; part = part.ParentElement)
        {
            var within = found.Where(f => part.Contains(f.Element)).ToList();
            if (within.Count > 0)
            {
                return
                    within.All(f => f.Date.Mention.Day == within[0].Date.Mention.Day)
                    || headline.CompareDocumentPosition(within[0].Element).HasFlag(DocumentPositions.Following)
                    ? [within[0].Date]
                    : [];
            }
        }

        return [];
    }

    private static DateCandidate? Of(IElement element) =>
        DateCandidate.Of(element.GetAttribute("content"))
        ?? DateCandidate.Of(element.GetAttribute("datetime"))
        ?? DateCandidate.Of(element.GetAttribute("title"))
        ?? DateCandidate.Of(element.TextContent, isVisible: true);
}
