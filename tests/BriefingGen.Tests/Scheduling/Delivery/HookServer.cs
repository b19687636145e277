using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BriefingGen.Tests.Scheduling.Delivery;

/// <summary>An HTTP server on the loopback that keeps requests and answers with raw bytes as it is told, request by request.</summary>
internal sealed class HookServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string?[] _answers;
    private readonly Task _loop;

    /// <param name="answers">Status line with headers; null to close without one, <c>wait</c> to say nothing. The last holds for all further requests.</param>
    public HookServer(params string?[] answers)
    {
        _answers = answers;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook");

    public ConcurrentQueue<(Dictionary<string, string> Headers, byte[] Body)> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            Requests.Enqueue(await ReadAsync(stream));
            var answer = _answers[Math.Min(Requests.Count, _answers.Length) - 1];
            if (answer == "wait")
            {
                // Until the client leaves.
                _ = await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, _stop.Token);
            }
            else if (answer is not null)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nConnection: close\r\n\r\n"));
            }
        }
        catch (IOException)
        {
            // The client left.
        }
    }

    private async Task<(Dictionary<string, string>, byte[])> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count > 4 && head[^1] == '\n' && head[^3] == '\n'))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        headers[":path"] = lines[0].Split(' ')[1];
        var length = headers.GetValueOrDefault("Content-Length", "0");
        var body = new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return (headers, body);
    }
}
