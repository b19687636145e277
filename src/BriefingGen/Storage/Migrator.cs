using BriefingGen.Storage.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace BriefingGen.Storage;

/// <summary>Brings a store to this program's version: all steps in one transaction, under a lock.</summary>
internal sealed class Migrator(StoreSession session, TimeProvider clock)
{
    private readonly IReadOnlyList<Migration> _known = Migration.All(session.Dialect.MigrationPrefix);

    /// <summary>Number of the newest migration of this program.</summary>
    public int Version => _known[^1].Number;

    /// <param name="until">Number of the last step to take.</param>
    /// <param name="cancellationToken">Ends the work; the store is then as before.</param>
    /// <exception cref="StoreException">The store is newer, or one of its migrations is not the one of this program.</exception>
    public async Task MigrateAsync(int until, CancellationToken cancellationToken)
    {
        await session.GuardAsync(session.Dialect.PrepareAsync, cancellationToken);
        await session.WriteAsync(
            async (data, token) =>
            {
                await session.Dialect.LockAsync(data, whole: true, token);
                await ApplyAsync(data, until, token);
                return true;
            },
            cancellationToken
        );
    }

    private async Task ApplyAsync(DataConnection data, int until, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(data, cancellationToken);
        Check(applied);
        foreach (var step in _known.Skip(applied.Count).TakeWhile(step => step.Number <= until))
        {
            await data.ExecuteAsync(step.Sql, cancellationToken);
            await data.InsertAsync(
                new SchemaVersionRow
                {
                    Number = step.Number,
                    Name = step.Name,
                    Hash = step.Hash,
                    Applied = StoreText.Instant(clock.GetUtcNow()),
                },
                token: cancellationToken
            );
        }
    }

    private async Task<List<SchemaVersionRow>> AppliedAsync(DataConnection data, CancellationToken cancellationToken)
    {
        if (await session.Dialect.HasTableAsync(data, "schema_version", cancellationToken))
        {
            return await data.GetTable<SchemaVersionRow>().OrderBy(row => row.Number).ToListAsync(cancellationToken);
        }

        if (await session.Dialect.HasTableAsync(data, "article", cancellationToken))
        {
            throw new StoreException(
                $"{session.Dialect.Location}: the database holds a table 'article' that is not of BriefingGen."
            );
        }

        await data.ExecuteAsync(
            """
            CREATE TABLE schema_version (
                number integer PRIMARY KEY,
                name text NOT NULL,
                hash text NOT NULL,
                applied text NOT NULL
            )
            """,
            cancellationToken
        );
        return [];
    }

    private void Check(List<SchemaVersionRow> applied)
    {
        var where = session.Dialect.Location;
        if (applied.Count > 0 && applied[^1].Number > Version)
        {
            throw new StoreException(
                $"{where}: the store is of version {applied[^1].Number} and this program knows versions up to {Version}; "
                    + "use a newer program."
            );
        }

        for (var i = 0; i < applied.Count; i++)
        {
            if (applied[i].Number != _known[i].Number)
            {
                throw new StoreException($"{where}: migration {_known[i].Number} is missing in the store.");
            }

            if (!string.Equals(applied[i].Hash, _known[i].Hash, StringComparison.Ordinal))
            {
                throw new StoreException(
                    $"{where}: migration {applied[i].Number} ({applied[i].Name}) was applied in another form than this "
                        + "program has; the store was made by another build."
                );
            }
        }
    }
}
