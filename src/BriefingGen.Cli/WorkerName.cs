using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingGen.Cli;

/// <summary>
/// Names this process among all that work on a store, so that another one on the same machine can tell whether it still
/// lives: what a killed process held need not wait for the end of its lease.
/// </summary>
internal static class WorkerName
{
    private static readonly string s_place = Place();

    /// <summary>A name that no other process has: place, number of the process, and something random.</summary>
    public static string Create() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{s_place}-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"
        );

    /// <summary>True only where the process is known to be gone: it was of this machine, boot and process namespace.</summary>
    public static bool IsGone(string worker)
    {
        if (
            !worker.StartsWith(s_place + "-", StringComparison.Ordinal)
            || !int.TryParse(worker[(s_place.Length + 1)..].Split('-')[0], CultureInfo.InvariantCulture, out var number)
        )
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(number);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // Numbers of processes mean the same only within one boot and one namespace: two containers may share a host's name.
    private static string Place()
    {
        var boot = Read("/proc/sys/kernel/random/boot_id");
        var space = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName}\n{boot}\n{space}"));
        return $"{Environment.MachineName}-{Convert.ToHexStringLower(hash)[..12]}";
    }

    private static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
