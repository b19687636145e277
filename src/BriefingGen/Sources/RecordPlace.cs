namespace BriefingGen.Sources;

/// <summary>Where a record stands.</summary>
/// <param name="Path">The input.</param>
/// <param name="Place">Such as <c>line 7</c>; null where the file is the record.</param>
/// <param name="Record">Its number, from 1; null where the file is the record.</param>
/// <param name="Encoding">The file's encoding.</param>
internal sealed record RecordPlace(string Path, string? Place, int? Record, string Encoding)
{
    /// <summary>The record of a number.</summary>
    public static RecordPlace Numbered(string path, int record, string encoding) =>
        new(path, FormattableString.Invariant($"record {record}"), record, encoding);

    /// <summary>Why this record cannot be used.</summary>
    public ReadResult Aside(string code, string message) => ReadResult.Of(new SetAside(Path, Place, code, message));

    /// <summary>What a reader of whole files made of this record, at the record's place and with the address it was found under.</summary>
    public ReadResult Holding(ReadResult result, Uri? address)
    {
        var article = result.Article is { } read
            ? read with
            {
                Path = Path,
                Record = Record,
                Url = read.Url ?? address,
                Publisher = read.Publisher ?? WebAddress.Publisher(address),
            }
            : null;
        return new ReadResult(
            article,
            result.SetAside is { } setAside ? Within(setAside) : null,
            [.. result.Notes.Select(Within)]
        );
    }

    private SetAside Within(SetAside inner) =>
        inner with
        {
            Path = Path,
            Place = (Place, inner.Place) switch
            {
                (null, var place) => place,
                (var place, null) => place,
                var (outer, place) => $"{outer}, {place}",
            },
        };
}
