using System.Collections.Immutable;
using BriefingGen.Fusion.Editions;
using BriefingGen.Rendering.Json;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>Reads the edition before that the user names. One that cannot be read is named, and the brief is made without it.</summary>
internal static class PreviousBrief
{
    /// <summary>The edition, or what is wrong with it; neither where none is named.</summary>
    public static (EarlierEdition? Edition, ImmutableArray<SetAside> Problem) Read(string? path)
    {
        if (path is null)
        {
            return (null, []);
        }

        try
        {
            return (EarlierBrief.Read(path), []);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, [Problem(path, "previous-missing", "is not there")]);
        }
        catch (InvalidDataException e)
        {
            return (null, [Problem(path, "previous-damaged", e.Message)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [Problem(path, "previous-unreadable", $"cannot be read: {DiskFaults.Explain(e)}")]);
        }
    }

    private static SetAside Problem(string path, string code, string message) =>
        new(path, null, code, Wording.OneLine($"the edition before {message}; the brief is made without a comparison"));
}
