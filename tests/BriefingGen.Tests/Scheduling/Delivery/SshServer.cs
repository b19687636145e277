using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BriefingGen.Tests.Scheduling.Delivery;

/// <summary>The machine's own sshd on a loopback port, with keys and folder of its own.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/sshd";
    private readonly Process _process;

    private SshServer(Process process, int port, string folder, string fingerprint) =>
        (_process, Port, Folder, Fingerprint) = (process, port, folder, fingerprint);

    public int Port { get; }

    public string Folder { get; }

    public string Fingerprint { get; }

    public string ClientKey => Path.Combine(Folder, "client");

    public string StrangeKey => Path.Combine(Folder, "strange");

    public static async Task<SshServer> StartAsync(string folder)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists(Program), "openssh-server is not installed");
        foreach (var key in new[] { "host", "client", "strange" })
        {
            await RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", string.Empty, "-f", Path.Combine(folder, key));
        }

        if (Environment.UserName == "root")
        {
            // sshd gives up its rights in this folder; the package's service would make it.
            Directory.CreateDirectory("/run/sshd");
        }

        var port = FreePort();
        var config = Path.Combine(folder, "sshd_config");
        await File.WriteAllTextAsync(
            config,
            $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder}/host
            AuthorizedKeysFile {folder}/client.pub
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            Subsystem sftp internal-sftp

            """
        );
        var start = new ProcessStartInfo(Program, ["-D", "-e", "-f", config])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var told = await RunAsync("ssh-keygen", "-lf", Path.Combine(folder, "host.pub"));
        var server = new SshServer(process, port, folder, told.Split(' ')[1]);
        await server.AnswersAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AnswersAsync()
    {
        for (var i = 0; i < 200 && !_process.HasExited; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        await DisposeAsync();
        Skip.If(true, "sshd does not start here");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}

/// <summary>Hands bytes on between a client and a server, and cuts the first connection after so many from the client.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public CuttingProxy(int server, long cutAfter)
    {
        _listener.Start();
        _loop = AcceptAsync(server, cutAfter);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync(int server, long cutAfter)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var behind = new TcpClient();
                await behind.ConnectAsync(IPAddress.Loopback, server, _stop.Token);
                var (near, far) = (client.GetStream(), behind.GetStream());
                await Task.WhenAny(
                    PumpAsync(near, far, Connections++ == 0 ? cutAfter : long.MaxValue),
                    PumpAsync(far, near, long.MaxValue)
                );
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, long left)
    {
        try
        {
            var buffer = new byte[8192];
            int length;
            while (left > 0 && (length = await from.ReadAsync(buffer, _stop.Token)) > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
                left -= length;
            }
        }
        catch (Exception exception)
            when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two left.
        }
    }
}
