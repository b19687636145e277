using System.Collections.Immutable;
using BriefingGen.Language.Text;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources;

/// <summary>What a record says of its article, in the record's own words; <see cref="Finish"/> makes the article of it.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Title">The headline, one line; empty for none.</param>
/// <param name="Paragraphs">The body.</param>
internal sealed record RecordDraft(RecordPlace At, string Title, IEnumerable<string> Paragraphs)
{
    private const int LongestName = 80;

    /// <summary>The address as given, absolute or below <see cref="Base"/>; null for none.</summary>
    public string? Url { get; init; }

    /// <summary>What a relative address counts from; null for none.</summary>
    public Uri? Base { get; init; }

    /// <summary>The date as given; null for none.</summary>
    public string? Date { get; init; }

    /// <summary>What the article is called where the text has no headline; empty for nothing.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>A day that the article cannot be younger than, as written; null for none.</summary>
    public string? NotAfter { get; init; }

    /// <summary>When it may be used, as written; null where it may be at once.</summary>
    public string? Embargo { get; init; }

    /// <summary>The publisher's name; null for none.</summary>
    public string? Publisher { get; init; }

    /// <summary>What else was odd.</summary>
    public ImmutableArray<SetAside> Notes { get; init; } = [];

    /// <summary>The article, or why there is none.</summary>
    public ReadResult Finish(ReadOptions options)
    {
        if (Sources.Embargo.Aside(At, Embargo, options) is { } embargoed)
        {
            return embargoed;
        }

        var record = RecordText.Of(Title, Paragraphs);
        if (record.Regions.All(static r => r.Kind == RegionKind.Title))
        {
            return At.Aside("no-body", "has a text without words");
        }

        if (record.Text.Length > options.MaxArticleLength)
        {
            return ReadResult.Of(SizeLimits.ArticleTooLong(At.Path, At.Place, record.Text.Length, options));
        }

        var address = WebAddress.Resolve(Url, Base);
        var date =
            Date is { } stated ? PublicationDate.ReadField(stated, options.Today)
            : NotAfter is { } later && PublicationDate.ReadField(later, options.Today).Value is { } day
                ? PublicationDate.NotLaterThan(day)
            : PublicationDate.None;
        var notes = Notes;
        if (date.Code is { } code)
        {
            notes = notes.Add(new SetAside(At.Path, At.Place, code, date.Message!));
        }

        if (Url is not null && address is null)
        {
            notes = notes.Add(
                new SetAside(At.Path, At.Place, "bad-url", "gives an address that is not http or https; it is left out")
            );
        }

        return ReadResult.Of(
            ArticleFactory.Make(
                At.Path,
                At.Record,
                record.Text,
                record.Regions,
                Called(record),
                new ArticleDetails(address, date.Value, Publisher),
                At.Encoding
            ),
            notes
        );
    }

    // What has no headline is called by its first words.
    private string Called(RecordText record)
    {
        if (Title.Length > 0 || Name.Length > 0)
        {
            return Title.Length > 0 ? Title : Name;
        }

        var first = Wording.OneLine(record.Regions[0].Span.Slice(record.Text));
        if (first.Length <= LongestName)
        {
            return first;
        }

        var end = first.LastIndexOf(' ', LongestName - 1);
        return $"{first.AsSpan(0, end > 0 ? end : LongestName - 1)} …";
    }
}
