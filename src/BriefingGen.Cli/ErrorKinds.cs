using BriefingGen.Scheduling;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli;

/// <summary>Which exit code an error that was foreseen ends in.</summary>
internal static class ErrorKinds
{
    /// <summary>The code; null for an error that was not foreseen.</summary>
    public static int? CodeOf(Exception exception) =>
        exception switch
        {
            ConfigurationException => ExitCodes.Usage,
            RenderingException => ExitCodes.Rendering,
            EditionBrokenException { InnerException: { } cause } => CodeOf(cause),
            StoreException => ExitCodes.Unexpected,
            _ => null,
        };
}
