namespace BriefingGen.Cli;

/// <summary>The exit codes of the contract. Others script against them: they never change their meaning.</summary>
internal static class ExitCodes
{
    /// <summary>Done; inputs that were set aside are named on standard error.</summary>
    public const int Done = 0;

    /// <summary>An error that nobody expected.</summary>
    public const int Unexpected = 1;

    /// <summary>Usage or configuration, templates included.</summary>
    public const int Usage = 2;

    /// <summary>No input could be read.</summary>
    public const int NoInput = 3;

    /// <summary>Inputs were set aside, under <c>--strict</c>.</summary>
    public const int SetAside = 4;

    /// <summary>A brief did not verify.</summary>
    public const int NotVerified = 5;

    /// <summary>Rendering or writing failed.</summary>
    public const int Rendering = 6;

    /// <summary>A target did not get its edition.</summary>
    public const int Delivery = 7;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>SIGTERM ended a service.</summary>
    public const int Terminated = 143;
}
