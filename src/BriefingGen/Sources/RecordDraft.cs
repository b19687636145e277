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
    /// <summary>The address as given, absolute or below <see cref="Base"/>; null for none.</summary>
    public string? Url { get; init; }

    /// <summary>What a relative address counts from; null for none.</summary>
    public Uri? Base { get; init; }

    /// <summary>The date as given; null for none.</summary>
    public string? Date { get; init; }

    /// <summary>The publisher's name; null for none.</summary>
    public string? Publisher { get; init; }

    /// <summary>What else was odd.</summary>
    public ImmutableArray<SetAside> Notes { get; init; } = [];

    /// <summary>The article, or why there is none.</summary>
    public ReadResult Finish(ReadOptions options)
    {
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
        var date = Date is { } stated ? PublicationDate.ReadField(stated, options.Today) : PublicationDate.None;
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
                Title,
                new ArticleDetails(address, date.Value, Publisher),
                At.Encoding
            ),
            notes
        );
    }
}
