namespace BriefingGen.Sources;

/// <summary>What a disk refuses, in words that say what to do about it.</summary>
public static class DiskFaults
{
    // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL; ENOSPC and EDQUOT as .NET hands them on.
    private static readonly int[] s_full = [unchecked((int)0x80070027), unchecked((int)0x80070070), 28, 122, 69];

    /// <summary>The message, with advice where there is some.</summary>
    public static string Explain(Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var message = fault.Message.ReplaceLineEndings(" ");
        return fault switch
        {
            IOException when IsFull(fault) =>
                $"{message.TrimEnd('.')}: the disk is full or the quota is used up; free some space, or name a folder on another disk.",
            UnauthorizedAccessException =>
                $"{message.TrimEnd('.')}: this account ({Environment.UserName}) may not write there; grant it that, or name another folder.",
            _ => message,
        };
    }

    private static bool IsFull(Exception fault) =>
        Array.IndexOf(s_full, fault.HResult) >= 0
        || fault.Message.Contains("No space left on device", StringComparison.OrdinalIgnoreCase)
        || fault.Message.Contains("quota exceeded", StringComparison.OrdinalIgnoreCase);
}
