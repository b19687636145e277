using Microsoft.Data.Sqlite;

namespace BriefingGen.Storage.Sqlite;

/// <summary>SQLite's result codes in words.</summary>
internal static class SqliteFaults
{
    public static string Explain(SqliteException fault) =>
        fault.SqliteErrorCode switch
        {
            5 or 6 => "another process held the store locked for longer than the timeout",
            8 =>
                "the store may not be written: its file or folder is read-only for this account; grant it that, or name another file with --store",
            10 => "the disk could not be read or written; look at its health and its free space",
            11 => "the store is damaged; restore the last backup into a new file (briefgen restore)",
            13 => "the disk is full; nothing was written; free some space and run it again",
            14 =>
                "the file cannot be opened: its folder is missing or may not be read and written; make it, or name another file with --store",
            19 => $"a rule of the store was broken: {OneLine(fault.Message)}",
            26 => "the file is no SQLite database; name another one with --store, or restore a backup into a new file",
            1 when fault.Message.Contains("no such table", StringComparison.Ordinal) =>
                "the store has no tables yet, or older ones; it must be migrated first",
            _ => OneLine(fault.Message),
        };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
