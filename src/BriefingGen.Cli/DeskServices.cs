using BriefingGen.Scheduling;
using BriefingGen.Sources.Fetching;
using BriefingGen.Sources.Watching;
using BriefingGen.Storage;

namespace BriefingGen.Cli;

/// <summary>What commands over a store are given by the program: the one place where its parts are put together.</summary>
/// <param name="OpenStore">Opens a store by its connection string and brings it to this program's version.</param>
/// <param name="CreateMaker">The maker of editions over a store.</param>
/// <param name="CreateAlerts">Where alerts go besides the log; null for nowhere.</param>
/// <param name="Connection">The store's connection string in the configuration; null where it names none.</param>
/// <param name="CalendarFolder">Folder of calendars of days off.</param>
internal sealed record DeskServices(
    Func<string, CancellationToken, Task<IBriefStore>> OpenStore,
    Func<IBriefStore, IEditionMaker> CreateMaker,
    Func<IBriefStore, IAlerts?> CreateAlerts,
    string? Connection,
    string CalendarFolder
)
{
    /// <summary>The watched folders, the same for makers and service; null to look at them as if for the first time.</summary>
    public WatchedFolders? Watched { get; init; }

    /// <summary>Fetches feeds and pages, the same for makers and service, since rates are kept in it; null for none.</summary>
    public IWebFetcher? Fetcher { get; init; }
}
