using System.Runtime.ExceptionServices;

namespace BriefingGen.Composition.Templating;

/// <summary>
/// Runs work on a stack of its own size: an error that passes many nested expressions takes tens of kilobytes for each,
/// and the stack that a caller has left differs by platform. A stack that is full ends the whole process.
/// </summary>
internal static class DeepStack
{
    private const int Size = 64 << 20;

    /// <summary>What the work gives; what it throws is thrown here.</summary>
    public static T Run<T>(Func<T> work)
    {
        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Size
        );
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
