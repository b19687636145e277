using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BriefingGen.Tests.Sources.Fetching;

/// <summary>A request as the server saw it.</summary>
internal sealed record TestRequest(string Path, Dictionary<string, string> Headers);

/// <summary>
/// A server on loopback that answers with the very bytes it is told to: right, wrong, slow or without end. One request a
/// connection.
/// </summary>
internal sealed class TestServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<TestRequest, Stream, CancellationToken, Task> _answer;

    public TestServer(Func<TestRequest, string> answer)
        : this((request, stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(answer(request)), token).AsTask())
    { }

    public TestServer(Func<TestRequest, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<TestRequest> Requests { get; } = new();

    public int MostAtOnce { get; private set; }

    private int _now;

    public Uri Url(string path, string host = "127.0.0.1") =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{Port}{path}"));

    /// <summary>A whole response.</summary>
    public static string Response(
        string body,
        string headers = "Content-Type: text/html; charset=utf-8\r\n",
        string status = "200 OK"
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"
        );

    public static string Redirect(string location) => Response("", $"Location: {location}\r\n", "302 Found");

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = Task.Run(() => AnswerAsync(client));
            }
            catch (Exception exception)
                when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                var request = await ReadAsync(stream);
                Requests.Enqueue(request);
                MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
                await _answer(request, stream, _end.Token);
                await stream.FlushAsync(_end.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
            {
                // The client hung up, or the test is over.
                _ = exception;
            }
            finally
            {
                Interlocked.Decrement(ref _now);
            }
        }
    }

    private async Task<TestRequest> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!(bytes.Count >= 4 && bytes[^4..].SequenceEqual("\r\n\r\n"u8.ToArray())))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
            {
                break;
            }

            bytes.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. bytes]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new TestRequest(
            lines.Length == 0 ? "" : lines[0].Split(' ')[1],
            lines
                .Skip(1)
                .Select(l => l.Split(':', 2))
                .ToDictionary(p => p[0], p => p[1].Trim(), StringComparer.OrdinalIgnoreCase)
        );
    }
}
