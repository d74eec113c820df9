using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WalkBuddyBot.Benchmarks.Dispatch.Databases;

/// <summary>A server of our own for one run: its own folder, its own port, this machine only, and as durable as a server is by default.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Settings =
        "-c listen_addresses=127.0.0.1 -c fsync=on -c synchronous_commit=on -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB";

    private static readonly bool IsRoot = Environment.UserName == "root";

    private readonly string _bin;
    private readonly string _folder;

    private PostgresServer(string bin, string folder, int port)
    {
        (_bin, _folder) = (bin, folder);
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    public string ConnectionString { get; }

    /// <summary>A running server; null where PostgreSQL is not installed.</summary>
    public static async Task<PostgresServer?> StartAsync()
    {
        if (Bin() is not { } bin)
        {
            return null;
        }

        var port = FreePort();
        var folder = (await RunAsync("mktemp", "-d", "-t", "walkbuddy-postgres-XXXXXX")).Trim();
        var data = Path.Combine(folder, "data");
        await RunAsync(Path.Combine(bin, "initdb"), "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C");
        var server = new PostgresServer(bin, folder, port);
        var options = string.Create(CultureInfo.InvariantCulture, $"{Settings} -p {port} -c unix_socket_directories={folder}");
        await RunAsync(Path.Combine(bin, "pg_ctl"), "-D", data, "-l", Path.Combine(folder, "log"), "-w", "-o", options, "start");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(Path.Combine(_bin, "pg_ctl"), "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        await RunAsync("rm", "-rf", _folder);
    }

    private static string? Bin()
    {
        const string Debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        var places = installed.OrderDescending().Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")) && File.Exists(Path.Combine(place, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server refuses to run as root.
    private static async Task<string> RunAsync(string program, params string[] words)
    {
        string[] all = IsRoot ? ["-u", "postgres", "--", program, .. words] : words;
        var start = new ProcessStartInfo(IsRoot ? "runuser" : program, all)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
