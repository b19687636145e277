using BriefingGen.Storage;

namespace BriefingGen.Scheduling;

/// <summary>Counts the breakdowns of makers in this process, and says when an edition may be tried again. Thread-safe.</summary>
/// <param name="options">How often and how soon.</param>
internal sealed class RunRetries(ScheduleOptions options)
{
    private const int MaxDoublings = 6;

    private readonly Lock _gate = new();
    private readonly Dictionary<EditionKey, (int Attempts, DateTimeOffset NotBefore)> _failures = [];

    /// <summary>True while an edition rests after a breakdown.</summary>
    public bool MustWait(EditionKey key, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _failures.TryGetValue(key, out var failure) && now < failure.NotBefore;
        }
    }

    /// <summary>Counts a breakdown.</summary>
    /// <returns>Which one it was, from 1, and whether no further try is made.</returns>
    public (int Attempt, bool Last) Failed(EditionKey key, DateTimeOffset now)
    {
        lock (_gate)
        {
            var attempt = _failures.GetValueOrDefault(key).Attempts + 1;
            if (attempt >= options.Attempts)
            {
                _failures.Remove(key);
                return (attempt, Last: true);
            }

            _failures[key] = (attempt, now + (options.RetryPause * (1 << Math.Min(attempt - 1, MaxDoublings))));
            return (attempt, Last: false);
        }
    }

    /// <summary>Forgets an edition that was made.</summary>
    public void Forget(EditionKey key)
    {
        lock (_gate)
        {
            _failures.Remove(key);
        }
    }
}
