using System.IO.Compression;
using System.Text;
using BriefingGen.Tests.Sources.Fetching;

namespace BriefingGen.Tests.Faults;

/// <summary>Feeds that never end and bombs: the edition is made without them, in bounded time and memory, and says so.</summary>
public sealed class HostileFeedTests
{
    private static readonly byte[] s_bomb = Bomb();

    [Fact]
    public void Feeds_without_end_and_bombs_are_set_aside_and_a_kill_among_them_changes_no_byte()
    {
        using var server = new TestServer(AnswerAsync);
        var setup = UndisturbedDesk.Setup with
        {
            Feeds = [server.Url("/bomb"), server.Url("/fast"), server.Url("/drip")],
            Prepare = folder => File.WriteAllBytes(Path.Combine(folder, "news", "bomb.txt.gz"), s_bomb),
        };
        using var calm = NewDesk(setup);
        var undisturbed = calm.Finish();
        using var killed = NewDesk(setup);
        using (var child = killed.StartEdition())
        {
            var before = Drips(server);
            Assert.True(SpinWait.SpinUntil(() => Drips(server) > before, TimeSpan.FromMinutes(2)));
            Assert.True(child.Kill());
        }

        var finished = killed.Finish();

        Check(undisturbed);
        Assert.Null(finished.Difference(undisturbed));
    }

    // The edition is whole, and every input that was set aside is named with its reason.
    private static void Check(DeskOutcome outcome)
    {
        Assert.True(outcome.Run.Code == 0, outcome.Run.Error);
        Assert.Equal(7, outcome.Files.Count);
        Assert.Equal(2, outcome.Store.Count("articles"));
        Assert.InRange(outcome.Run.Time, TimeSpan.Zero, TimeSpan.FromMinutes(3));
        var named = outcome
            .Run.Error.Split('\n')
            .Where(line => line.Contains("set aside: ", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(4, named.Count);
        Assert.Contains(
            named,
            line =>
                line.Contains("/drip", StringComparison.Ordinal)
                && line.Contains(" 2 seconds", StringComparison.Ordinal)
        );
        Assert.Contains(
            named,
            line =>
                line.Contains("/fast", StringComparison.Ordinal)
                && line.Contains("larger than", StringComparison.Ordinal)
        );
        Assert.Contains(named, line => line.Contains("/bomb", StringComparison.Ordinal));
        Assert.Contains(named, line => line.Contains("bomb.txt.gz", StringComparison.Ordinal));
    }

    private static FaultDesk NewDesk(FaultSetup setup)
    {
        var desk = new FaultDesk(setup);
        // Half a gigabyte: who unpacks a bomb, or collects an endless body, dies of it.
        desk.Environment["DOTNET_GCHeapHardLimit"] = "0x20000000";
        return desk;
    }

    private static int Drips(TestServer server) => server.Requests.Count(request => request.Path == "/drip");

    private static async Task AnswerAsync(TestRequest request, Stream stream, CancellationToken token)
    {
        if (request.Path == "/robots.txt")
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(TestServer.Response("", "", "404 Not Found")), token);
            return;
        }

        var coding = request.Path == "/bomb" ? "Content-Encoding: gzip\r\n" : "";
        await stream.WriteAsync(
            Encoding.UTF8.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n{coding}Connection: close\r\n\r\n"
            ),
            token
        );
        if (request.Path == "/bomb")
        {
            await stream.WriteAsync(s_bomb, token);
            return;
        }

        await stream.WriteAsync("<rss version=\"2.0\"><channel><title>x</title><item><description>"u8.ToArray(), token);
        var (more, pause) =
            request.Path == "/drip" ? ("a "u8.ToArray(), 50) : (Encoding.UTF8.GetBytes(new string('a', 1 << 16)), 0);
        while (true)
        {
            await stream.WriteAsync(more, token);
            await Task.Delay(pause, token);
        }
    }

    // A gigabyte of one letter, as members of one gzip file.
    private static byte[] Bomb()
    {
        using var member = new MemoryStream();
        using (var packed = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(Encoding.ASCII.GetBytes(new string('a', 16 << 20)));
        }

        return [.. Enumerable.Repeat(member.ToArray(), 64).SelectMany(bytes => bytes)];
    }
}
