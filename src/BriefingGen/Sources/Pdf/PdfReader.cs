using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace BriefingGen.Sources.Pdf;

/// <summary>Reads one article from a PDF that holds text: paragraphs in reading order, what repeats on the pages left out.</summary>
internal static class PdfReader
{
    private const int MaxPages = 300;

    // A scan with a stamp or a page number has no more letters a page than this.
    private const int FewLettersAPage = 25;

    // Text, fonts and tables of an article's file are a few megabytes; pictures are not unpacked.
    private const long MaxUnpackedBytes = 256L * 1024 * 1024;

    private const int StackBytes = 32 * 1024 * 1024;

    // How often a file's bytes may be read over: a file that sends its reader in circles goes past it, and always at the
    // same place. The clock is only for one that circles without reading; no file that ends takes a thousandth of it.
    private const int MaxReadings = 400;
    private const long LeastReadable = 64L * 1024 * 1024;
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(15);

    /// <summary>True where a file begins as a PDF does, junk before its mark aside.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>Reads the article.</summary>
    public static ReadResult Read(
        RecordPlace at,
        ReadOnlyMemory<byte> bytes,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        // The library recurses and loops as the file tells it to: a stack of its own, and a budget of what it may read. A
        // thread cannot be stopped from outside, so it stops itself at its next page.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var token = limit.Token;
        ReadResult? result = null;
        var worker = new Thread(() => result = ReadGuarded(at, bytes.ToArray(), options, token), StackBytes)
        {
            IsBackground = true,
            Name = "PDF",
        };
        worker.Start();
        var ended = Ended(worker, cancellationToken);
        limit.Cancel();
        cancellationToken.ThrowIfCancellationRequested();
        return ended && result is not null
            ? result
            : at.Aside("endless", "sends its reader in circles: nothing came of it in a quarter of an hour");
    }

    private static bool Ended(Thread worker, CancellationToken cancellationToken)
    {
        var step = TimeSpan.FromSeconds(1);
        for (var waited = TimeSpan.Zero; waited < s_hang; waited += step)
        {
            if (worker.Join(step))
            {
                return true;
            }

            if (cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        return false;
    }

    private static ReadResult? ReadGuarded(
        RecordPlace at,
        byte[] bytes,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var stream = new MeteredStream(bytes, Math.Max(LeastReadable, (long)bytes.Length * MaxReadings));
            using var document = PdfDocument.Open(
                stream,
                new ParsingOptions
                {
                    UseLenientParsing = true,
                    SkipMissingFonts = true,
                    MaxStackDepth = 100,
                    FilterProvider = new BoundedFilters(MaxUnpackedBytes),
                }
            );
            return Read(at, document, options, cancellationToken);
        }
        catch (PdfDocumentEncryptedException)
        {
            return at.Aside("encrypted", "is a PDF that opens only with a password");
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception exception) when (IsSpent(exception))
        {
            return at.Aside("too-much", "sends its reader in circles: it reads far more than the file holds");
        }
        catch (Exception exception)
        {
            // PdfPig reports broken files with many exception types; none may leave this thread.
            return at.Aside("bad-pdf", $"cannot be read as PDF: {Wording.Short(exception.Message)}");
        }
    }

    private static bool IsSpent(Exception? exception) =>
        exception is MeterSpentException || (exception?.InnerException is { } inner && IsSpent(inner));

    private static ReadResult Read(
        RecordPlace at,
        PdfDocument document,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        var pages = new List<PdfPageText>();
        long letters = 0;
        var count = Math.Min(document.NumberOfPages, MaxPages);
        for (var number = 1; number <= count && letters <= options.MaxArticleLength; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = PdfPageText.Of(document.GetPage(number));
            letters += page.Letters;
            pages.Add(page);
        }

        if (letters < (long)FewLettersAPage * Math.Max(1, pages.Count))
        {
            return at.Aside(
                "no-text",
                "is a PDF of pictures without text (a scan); expected text, which a text recognition could add"
            );
        }

        if (letters > options.MaxArticleLength)
        {
            return ReadResult.Of(
                SizeLimits.ArticleTooLong(at.Path, at.Place, (int)Math.Min(letters, int.MaxValue), options)
            );
        }

        var article = PdfArticle.Of(pages, document.Information);
        var result = new RecordDraft(at, article.Title, article.Paragraphs)
        {
            Date = article.Date,
            Notes = article.IsDateOfFile
                ?
                [
                    new SetAside(
                        at.Path,
                        at.Place,
                        "file-date",
                        "states no date of publication; the day on which the PDF was made is taken"
                    ),
                ]
                : [],
        }.Finish(options);
        return document.NumberOfPages <= MaxPages
            ? result
            : result with
            {
                Notes =
                [
                    .. result.Notes,
                    new SetAside(
                        at.Path,
                        $"page {MaxPages + 1}",
                        "shortened",
                        "and all after it are left out: an article has fewer pages"
                    ),
                ],
            };
    }
}
