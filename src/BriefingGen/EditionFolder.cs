using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using BriefingGen.Composition;
using BriefingGen.Rendering;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>
/// Writes the files of one edition: all of them aside first, and only when every one is whole are they moved to their
/// names. A disk or folder that cannot be written leaves the edition that was there untouched; a format that cannot be
/// rendered is named and does not withhold the others.
/// </summary>
internal static class EditionFolder
{
    /// <summary>Renders and writes.</summary>
    /// <param name="folder">The edition's folder; made where it is missing.</param>
    /// <param name="brief">What to render.</param>
    /// <param name="renderers">One a format.</param>
    /// <param name="rendered">Told the format after each one, from any thread.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind.</param>
    /// <returns>The files, in order of <paramref name="renderers"/>.</returns>
    /// <exception cref="RenderingException">
    /// The folder cannot be written, or a renderer failed; then the files of the others are written.
    /// </exception>
    public static ImmutableArray<string> Write(
        string folder,
        Brief brief,
        IReadOnlyList<IBriefRenderer> renderers,
        Action<string> rendered,
        CancellationToken cancellationToken
    )
    {
        var aside = new List<(string Temporary, string Final)>();
        RemoveStrays(folder);
        try
        {
            foreach (var renderer in renderers)
            {
                var final = Path.Combine(folder, $"brief.{renderer.Format}");
                aside.Add((Path.Combine(folder, $".brief.{renderer.Format}.{Environment.ProcessId}.tmp"), final));
            }

            var failures = RenderAll(folder, brief, renderers, aside, rendered, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            var whole = aside.Where((_, i) => failures[i] is null).ToList();
            Publish(whole);
            ImmutableArray<string> files = [.. whole.Select(file => file.Final)];
            if (files.Length < aside.Count)
            {
                // What lies there from an earlier run would pass for a part of this edition.
                aside.Where((_, i) => failures[i] is not null).ToList().ForEach(file => Discard(file.Final));
                throw Failed(folder, failures, files);
            }

            return files;
        }
        finally
        {
            foreach (var (temporary, _) in aside)
            {
                Discard(temporary);
            }
        }
    }

    // A process that was killed could not take away what it had written aside.
    private static void RemoveStrays(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var stray in Directory.EnumerateFiles(folder, ".brief.*.tmp"))
        {
            if (
                Path.GetFileName(stray).Split('.') is [.., var process, "tmp"]
                && int.TryParse(process, System.Globalization.CultureInfo.InvariantCulture, out var number)
                && !IsAlive(number)
            )
            {
                Discard(stray);
            }
        }
    }

    private static bool IsAlive(int number)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(number);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return true;
        }
    }

    // The formats know nothing of each other. Where the disk is at fault, the first one, in order, is named.
    private static RenderingException?[] RenderAll(
        string folder,
        Brief brief,
        IReadOnlyList<IBriefRenderer> renderers,
        List<(string Temporary, string Final)> aside,
        Action<string> rendered,
        CancellationToken cancellationToken
    )
    {
        var failures = new Exception?[renderers.Count];
        Parallel.For(
            0,
            renderers.Count,
            i =>
            {
                try
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    WriteOne(folder, aside[i].Temporary, brief, renderers[i], cancellationToken);
                    rendered(renderers[i].Format);
                }
                catch (Exception exception) when (exception is RenderingException or OperationCanceledException)
                {
                    failures[i] = exception;
                }
            }
        );
        var ending = failures.FirstOrDefault(failure =>
            failure is OperationCanceledException
            || failure?.InnerException is IOException or UnauthorizedAccessException
        );
        if (ending is not null)
        {
            ExceptionDispatchInfo.Throw(ending);
        }

        return [.. failures.Cast<RenderingException?>()];
    }

    private static RenderingException Failed(
        string folder,
        RenderingException?[] failures,
        ImmutableArray<string> files
    )
    {
        var all = failures.OfType<RenderingException>().ToList();
        var others = files.IsEmpty
            ? "nothing was written"
            : $"written: {string.Join(", ", files.Select(Path.GetFileName))}";
        var messages = string.Join("; ", all.Select(failure => failure.Message));
        return new RenderingException($"{folder}: {messages} ({others})", all[0].InnerException!) { Written = files };
    }

    private static void WriteOne(
        string folder,
        string temporary,
        Brief brief,
        IBriefRenderer renderer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var stream = new FileStream(
                temporary,
                FileMode.Create,
                FileAccess.ReadWrite,
                FileShare.None,
                1 << 16
            );
            renderer.Render(brief, stream, cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderingException(
                $"{folder}: brief.{renderer.Format} cannot be written: {DiskFaults.Explain(exception)}",
                exception
            );
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
        {
            throw new RenderingException(
                $"brief.{renderer.Format} could not be rendered: {exception.Message}",
                exception
            );
        }
    }

    private static void Publish(List<(string Temporary, string Final)> aside)
    {
        foreach (var (temporary, final) in aside)
        {
            try
            {
                File.Move(temporary, final, overwrite: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new RenderingException($"{final} cannot be replaced: {DiskFaults.Explain(exception)}", exception);
            }
        }
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The reason why the file could not be written is already on its way up; a stray temporary file harms nobody.
        }
    }
}
