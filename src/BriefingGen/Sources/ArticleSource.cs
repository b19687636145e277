using System.Runtime.CompilerServices;
using BriefingGen.Sources.Compressed;
using BriefingGen.Sources.Fetching;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Sources;

/// <summary>
/// Reads articles from files, folders, patterns, standard input and the network. Safe to share between threads; each call to
/// <see cref="ReadAsync(IReadOnlyList{string}, ReadOptions, Stream, CancellationToken)"/> is one reading.
/// </summary>
public sealed class ArticleSource
{
    private readonly Func<string, Stream> _open;
    private readonly TimeSpan _patience;
    private readonly AddressReader? _addresses;

    /// <summary>Reads from disk only: addresses are set aside.</summary>
    public ArticleSource()
        : this(fetcher: null) { }

    /// <summary>Reads from disk and from the network.</summary>
    /// <param name="fetcher">Fetches what addresses lead to; null to set addresses aside.</param>
    public ArticleSource(IWebFetcher? fetcher)
        : this(
            path => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16),
            TimeSpan.FromSeconds(10)
        ) => _addresses = fetcher is null ? null : new AddressReader(fetcher, new FeedOptions());

    internal ArticleSource(Func<string, Stream> open, TimeSpan patience)
    {
        _open = open;
        _patience = patience;
    }

    /// <summary>Reads the inputs in their order; what cannot be read is named and the next is read.</summary>
    /// <param name="inputs">
    /// Files, folders (with all below them, in ordinal order), patterns with <c>*</c>, <c>?</c> and <c>**</c>, <c>-</c> for
    /// standard input, and http and https addresses of pages and feeds.
    /// </param>
    /// <param name="options">Bounds.</param>
    /// <param name="standardInput">What <c>-</c> reads; left open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// One result an article or an obstacle, in the order of the inputs and within files. A file that several inputs lead
    /// to is read once, at its first place, with a note.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async IAsyncEnumerable<ReadResult> ReadAsync(
        IReadOnlyList<string> inputs,
        ReadOptions options,
        Stream standardInput,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(standardInput);
        foreach (var found in InputExpander.Expand(inputs, options))
        {
            await foreach (
                var result in ReadAsync(found, options, standardInput, cancellationToken).ConfigureAwait(false)
            )
            {
                yield return result;
            }
        }
    }

    /// <summary>Reads one input that was found.</summary>
    internal async IAsyncEnumerable<ReadResult> ReadAsync(
        FoundInput found,
        ReadOptions options,
        Stream standardInput,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var opened = await OpenAsync(found, options, standardInput, cancellationToken).ConfigureAwait(false);
        await using var owned = opened.ConfigureAwait(false);
        foreach (var result in WithRepeats(opened.Results, found))
        {
            yield return result;
        }
    }

    private async Task<OpenedInput> OpenAsync(
        FoundInput found,
        ReadOptions options,
        Stream standardInput,
        CancellationToken cancellationToken
    )
    {
        if (found.SetAside is { } setAside)
        {
            return new OpenedInput([ReadResult.Of(setAside)]);
        }

        try
        {
            if (found.Address is not null)
            {
                return new OpenedInput(
                    _addresses is null
                        ? [NoNetwork(found)]
                        : await _addresses.ReadAsync(found, options, cancellationToken).ConfigureAwait(false)
                );
            }

            return await OpenedInput
                .OfAsync(
                    found.Path,
                    found.RealPath is null
                        ? new BorrowedStream(standardInput)
                        : await OpenAsync(found.RealPath, cancellationToken).ConfigureAwait(false),
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (Problem(found.Path, exception) is { } problem)
        {
            return new OpenedInput([ReadResult.Of(problem)]);
        }
    }

    private static ReadResult NoNetwork(FoundInput found) =>
        ReadResult.Of(
            new SetAside(found.Path, null, "no-network", "is an address, and the network is not to be read here")
        );

    // A pipe that nobody writes to blocks whoever opens it. It has no length; what has one is opened at once.
    private Task<Stream> OpenAsync(string path, CancellationToken cancellationToken) =>
        new FileInfo(path) is { Exists: true, Length: > 0 }
            ? Task.FromResult(_open(path))
            : Task.Run(() => _open(path), cancellationToken).WaitAsync(_patience, cancellationToken);

    // Null for what is no fault of the input's.
    private static SetAside? Problem(string path, Exception exception) =>
        exception switch
        {
            ExpansionException => new SetAside(path, null, "too-large", exception.Message),
            InvalidDataException => new SetAside(
                path,
                null,
                "bad-archive",
                $"is a broken gzip archive: {Wording.OneLine(exception.Message)}"
            ),
            IOException
            or UnauthorizedAccessException
            or NotSupportedException
            or ArgumentException
            or TimeoutException => new SetAside(
                path,
                null,
                "unreadable",
                $"cannot be read: {Wording.OneLine(exception.Message)}"
            ),
            _ => null,
        };

    private static IEnumerable<ReadResult> WithRepeats(IEnumerable<ReadResult> results, FoundInput found)
    {
        var notes = found.Repeats;
        foreach (var result in Guarded(results, found.Path))
        {
            yield return notes.IsEmpty ? result : result with { Notes = [.. result.Notes, .. notes] };
            notes = [];
        }
    }

    // An error of ours in one file is reported like one of the file's: the others are read all the same.
    private static IEnumerable<ReadResult> Guarded(IEnumerable<ReadResult> results, string path)
    {
        using var each = results.GetEnumerator();
        while (true)
        {
            ReadResult result;
            var failed = false;
            try
            {
                if (!each.MoveNext())
                {
                    yield break;
                }

                result = each.Current;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed = true;
                result = ReadResult.Of(
                    exception is IOException or InvalidDataException
                        ? Problem(path, exception)!
                        : new SetAside(path, null, "failed", $"could not be read: {Wording.OneLine(exception.Message)}")
                );
            }

            yield return result;
            if (failed)
            {
                yield break;
            }
        }
    }
}
