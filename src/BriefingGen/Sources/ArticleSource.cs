using System.Runtime.CompilerServices;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Html;
using BriefingGen.Sources.Inputs;
using BriefingGen.Sources.Json;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources;

/// <summary>
/// Reads articles from files, folders, patterns and standard input. Safe to share between threads; each call to
/// <see cref="ReadAsync"/> is one reading.
/// </summary>
public sealed class ArticleSource
{
    private readonly Func<string, Stream> _open;
    private readonly TimeSpan _patience;

    /// <summary>Reads from disk.</summary>
    public ArticleSource()
        : this(
            path => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16),
            TimeSpan.FromSeconds(10)
        ) { }

    internal ArticleSource(Func<string, Stream> open, TimeSpan patience)
    {
        _open = open;
        _patience = patience;
    }

    /// <summary>Reads the inputs in their order; what cannot be read is named and the next is read.</summary>
    /// <param name="inputs">
    /// Files, folders (with all below them, in ordinal order), patterns with <c>*</c>, <c>?</c> and <c>**</c>, and <c>-</c>
    /// for standard input.
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
        if (found.SetAside is { } setAside)
        {
            yield return ReadResult.Of(setAside);
            yield break;
        }

        var bytes = await LoadAsync(found, options, standardInput, cancellationToken).ConfigureAwait(false);
        foreach (var result in WithRepeats(Read(found, bytes, options, cancellationToken), found))
        {
            yield return result;
        }
    }

    private async Task<LoadedBytes> LoadAsync(
        FoundInput found,
        ReadOptions options,
        Stream standardInput,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (found.RealPath is null)
            {
                return await LoadedBytes
                    .ReadAsync(standardInput, options, found.Path, cancellationToken)
                    .ConfigureAwait(false);
            }

            var stream = await OpenAsync(found.RealPath, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return await LoadedBytes
                    .ReadAsync(stream, options, found.Path, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or NotSupportedException
                        or ArgumentException
                        or TimeoutException
            )
        {
            var reason = Wording.OneLine(exception.Message);
            return LoadedBytes.Of(new SetAside(found.Path, null, "unreadable", $"cannot be read: {reason}"));
        }
    }

    // A pipe that nobody writes to blocks whoever opens it. It has no length; what has one is opened at once.
    private Task<Stream> OpenAsync(string path, CancellationToken cancellationToken) =>
        new FileInfo(path) is { Exists: true, Length: > 0 }
            ? Task.FromResult(_open(path))
            : Task.Run(() => _open(path), cancellationToken).WaitAsync(_patience, cancellationToken);

    private static IEnumerable<ReadResult> Read(
        FoundInput found,
        LoadedBytes loaded,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        if (loaded.SetAside is { } notLoaded)
        {
            yield return ReadResult.Of(notLoaded);
            yield break;
        }

        if (TextDecoder.Decode(found.Path, loaded.Bytes.Span, out var decoded) is { } notText)
        {
            yield return ReadResult.Of(notText);
            yield break;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var results = KindOf(found.Path, decoded!.Text) switch
        {
            FileKind.Html => [HtmlReader.Read(found.Path, decoded, options, cancellationToken)],
            FileKind.Json => JsonReader.Read(found.Path, decoded, lines: false, options),
            FileKind.JsonLines => JsonReader.Read(found.Path, decoded, lines: true, options),
            _ => [PlainTextReader.Read(found.Path, decoded, options)],
        };
        foreach (var result in results)
        {
            yield return result;
        }
    }

    private static FileKind KindOf(string path, string text)
    {
        var byName = path == "-" ? FileKind.Unknown : FileKinds.ByName(path);
        if (byName != FileKind.Unknown)
        {
            // A page saved under a text's name is still a page.
            return byName == FileKind.Text && FileKinds.IsWholePage(text) ? FileKind.Html : byName;
        }

        return FileKinds.ByContent(text);
    }

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
                result = ReadResult.Of(
                    new SetAside(path, null, "failed", $"could not be read: {Wording.OneLine(exception.Message)}")
                );
            }

            yield return result;
            if (result.SetAside is { Code: "failed" })
            {
                yield break;
            }
        }
    }
}
