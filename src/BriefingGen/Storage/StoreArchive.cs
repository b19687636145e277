using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingGen.Sources;
using BriefingGen.Storage.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace BriefingGen.Storage;

/// <summary>
/// A backup: a zip with <c>manifest.json</c> and one file of JSON Lines a table, the same for both databases, so that a
/// store can be moved from one to the other.
/// </summary>
internal sealed class StoreArchive(StoreSession session, int version, TimeProvider clock)
{
    private const int Batch = 500;
    private const int Form = 1;
    private const string ManifestName = "manifest.json";
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
    };

    // In an order in which no row refers to a later one.
    private static readonly Table[] Tables =
    [
        new Table<ArticleRow>("article", row => row.Sequence),
        new Table<InputRow>("input", row => row.Hash),
        new Table<ExtractionRow>("extraction", row => row.Id),
        new Table<FactRow>("fact", row => row.Sequence),
        new Table<EditionRow>("edition", row => row.Schedule),
        new Table<EditionArticleRow>("edition_article", row => row.Schedule),
        new Table<EditionFileRow>("edition_file", row => row.Schedule),
        new Table<RunRow>("run", row => row.Id),
        new Table<ScheduleRow>("schedule", row => row.Name),
        new Table<FeedRow>("feed", row => row.Url),
        new Table<ReceiptRow>("receipt", row => row.Schedule),
        new Table<DecisionRow>("decision", row => row.Sequence),
    ];

    /// <exception cref="StoreException">The store cannot be read or the file cannot be written.</exception>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        var part = full + ".part";
        try
        {
            await session.SnapshotAsync(
                async (data, token) =>
                {
                    await OfFileAsync(full, () => WriteFileAsync(part, data, token));
                    return true;
                },
                cancellationToken
            );
            await OfFileAsync(
                full,
                async () =>
                {
                    await using (var file = File.OpenRead(part))
                    {
                        await VerifyAsync(file, cancellationToken);
                    }

                    File.Move(part, full, overwrite: true);
                }
            );
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <exception cref="StoreException">The store is not empty, or the file is no sound backup.</exception>
    public Task ReadAsync(string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        return OfFileAsync(
            full,
            async () =>
            {
                await using var file = File.OpenRead(full);
                var manifest = await VerifyAsync(file, cancellationToken);
                await session.WriteAsync(
                    async (data, token) =>
                    {
                        await session.Dialect.LockAsync(data, whole: true, token);
                        await FillAsync(data, file, manifest, token);
                        return true;
                    },
                    cancellationToken
                );
            }
        );
    }

    private async Task WriteFileAsync(string path, DataConnection data, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var parts = new List<Part>();
            foreach (var table in Tables)
            {
                await using var entry = Entry(zip, FileOf(table.Name)).Open();
                parts.Add(await table.WriteAsync(data, entry, cancellationToken));
            }

            await using var last = Entry(zip, ManifestName).Open();
            var manifest = new Manifest(Form, version, StoreText.Instant(clock.GetUtcNow()), parts);
            await JsonSerializer.SerializeAsync(last, manifest, Json, cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        // A zip knows local times from 1980 on; the desk's clock makes the same bytes of the same store.
        entry.LastWriteTime = new DateTimeOffset(Math.Max(1980, clock.GetUtcNow().Year), 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }

    private async Task<Manifest> VerifyAsync(Stream file, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        await using var first = Open(zip, ManifestName);
        var manifest =
            await JsonSerializer.DeserializeAsync<Manifest>(first, Json, cancellationToken)
            ?? throw new InvalidDataException("its manifest is empty");
        if (manifest.Form != Form || manifest.Version > version)
        {
            throw new InvalidDataException(
                $"it is of version {manifest.Form}.{manifest.Version} and this program knows versions up to {Form}.{version}"
            );
        }

        foreach (var part in manifest.Tables)
        {
            await using var entry = Open(zip, FileOf(part.Name));
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(entry, cancellationToken));
            if (!string.Equals(hash, part.Sha256, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"its table '{part.Name}' has another hash than the manifest says");
            }
        }

        return manifest;
    }

    private async Task FillAsync(
        DataConnection data,
        FileStream file,
        Manifest manifest,
        CancellationToken cancellationToken
    )
    {
        foreach (var table in Tables)
        {
            if (await table.AnyAsync(data, cancellationToken))
            {
                throw new StoreException(
                    $"{session.Dialect.Location}: the store is not empty (table '{table.Name}'); a backup is restored into an empty one."
                );
            }
        }

        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var table in Tables)
        {
            // A table that the older store had not yet stays empty.
            if (manifest.Tables.FirstOrDefault(part => part.Name == table.Name) is { } part)
            {
                await using var entry = Open(zip, FileOf(table.Name));
                var rows = await table.FillAsync(data, session.Dialect.Bulk, entry, cancellationToken);
                if (rows != part.Rows)
                {
                    throw new InvalidDataException($"its table '{table.Name}' has {rows} rows instead of {part.Rows}");
                }
            }
        }

        await session.Dialect.ContinueNumbersAsync(data, cancellationToken);
    }

    private static string FileOf(string table) => $"tables/{table}.jsonl";

    private static Stream Open(ZipArchive zip, string name) =>
        zip.GetEntry(name)?.Open() ?? throw new InvalidDataException($"'{name}' is missing in it");

    private static async Task OfFileAsync(string path, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw new StoreException(
                $"{path} is no sound backup ({fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}): nothing was restored from it. "
                    + "Expected is a file that 'briefgen backup FILE' wrote.",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The backup {path}: {DiskFaults.Explain(fault)}", fault);
        }
    }

    private sealed record Manifest(int Form, int Version, string Made, IReadOnlyList<Part> Tables);

    private sealed record Part(string Name, long Rows, string Sha256);

    private abstract class Table(string name)
    {
        public string Name => name;

        public abstract Task<bool> AnyAsync(DataConnection data, CancellationToken cancellationToken);

        public abstract Task<Part> WriteAsync(DataConnection data, Stream output, CancellationToken cancellationToken);

        public abstract Task<long> FillAsync(
            DataConnection data,
            BulkCopyOptions bulk,
            Stream input,
            CancellationToken cancellationToken
        );
    }

    private sealed class Table<T>(string name, System.Linq.Expressions.Expression<Func<T, object>> order) : Table(name)
        where T : class
    {
        public override Task<bool> AnyAsync(DataConnection data, CancellationToken cancellationToken) =>
            data.GetTable<T>().AnyAsync(cancellationToken);

        public override async Task<Part> WriteAsync(
            DataConnection data,
            Stream output,
            CancellationToken cancellationToken
        )
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long rows = 0;
            await foreach (
                var row in data.GetTable<T>().OrderBy(order).AsAsyncEnumerable().WithCancellation(cancellationToken)
            )
            {
                byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(row, Json), (byte)'\n'];
                hash.AppendData(line);
                await output.WriteAsync(line, cancellationToken);
                rows++;
            }

            return new Part(Name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }

        public override async Task<long> FillAsync(
            DataConnection data,
            BulkCopyOptions bulk,
            Stream input,
            CancellationToken cancellationToken
        )
        {
            long rows = 0;
            var batch = new List<T>(Batch);
            var numbered = bulk with { KeepIdentity = true };
            await foreach (var row in LinesAsync(input, cancellationToken))
            {
                batch.Add(row);
                rows++;
                if (batch.Count == Batch)
                {
                    await data.BulkCopyAsync(numbered, batch, cancellationToken);
                    batch.Clear();
                }
            }

            await data.BulkCopyAsync(numbered, batch, cancellationToken);
            return rows;
        }

        private static async IAsyncEnumerable<T> LinesAsync(
            Stream input,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            using var reader = new StreamReader(input, Encoding.UTF8);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                yield return JsonSerializer.Deserialize<T>(line, Json)
                    ?? throw new InvalidDataException("a line of it is null");
            }
        }
    }
}
