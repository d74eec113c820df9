using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace WalkBuddyBot.Tests.Shared;

/// <summary>
/// A PostgreSQL server of the test run's own, on this machine alone: made when first asked for, gone with the process however that ends.
/// PostgreSQL's programs are looked for in <c>POSTGRES_BIN</c>, in the usual places and on the path.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Said by a test that is skipped.</summary>
    public const string Missing = "PostgreSQL's programs (initdb, postgres) are not on this machine.";

    private static readonly Lazy<Task<PostgresServer>> One = new(() => StartAsync(isSafe: false));
    private static readonly Lazy<Task<string>> Pristine = new(InitializeAsync);
    private static readonly Lazy<string> Run = new(NewRun);
    private static int _databases;
    private static int _folders;

    // Held on to: its input ends with this process, and not before.
    private static Process? _sweeper;

    private readonly string _folder;
    private readonly bool _isSafe;
    private Process _process;

    private PostgresServer(string folder, int port, bool isSafe, Process process) =>
        (_folder, Port, _isSafe, _process) = (folder, port, isSafe, process);

    /// <summary>Whether there is one to start; where <c>CI</c> is set there must be.</summary>
    public static bool IsHere { get; } =
        Environment.GetEnvironmentVariable("CI") is "true" or "1" || File.Exists(Program("initdb"));

    /// <summary>The one of the run, for tests that leave it as it is. What it wrote does not survive a power cut.</summary>
    public static Task<PostgresServer> SharedAsync() => One.Value;

    public int Port { get; }

    /// <summary>One for a test that stops or kills it.</summary>
    /// <param name="isSafe">Whether what is committed reaches the disk, as in production.</param>
    public static async Task<PostgresServer> StartAsync(bool isSafe)
    {
        var folder = NewFolder();
        var port = FreePort();
        await RunAsync(folder, "cp", "-a", await Pristine.Value, Path.Combine(folder, "data"));
        var server = new PostgresServer(folder, port, isSafe, Launch(folder, port, isSafe));
        await server.AnswersAsync();
        return server;
    }

    /// <summary>The connection string of a database.</summary>
    public string To(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username=walkbuddy");

    /// <summary>A new database, empty or as another one is.</summary>
    public async Task<string> CreateAsync(string? like = null)
    {
        var name = "test_" + Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {like ?? "template0"}");
        return name;
    }

    public Task DropAsync(string database) => ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>Ends every connection to a database, as an operator could, and again, so many times.</summary>
    public async Task KillConnectionsAsync(string database, int times)
    {
        await using var source = NpgsqlDataSource.Create(To("postgres") + ";Pooling=false");
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'";
        for (var i = 0; i < times; i++)
        {
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Stops it at once; connections break.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a signal (STOP, CONT) to the server and all that serve its connections.</summary>
    public Task SignalAsync(string signal) =>
        RunAsync(_folder, "sh", "-c", $"kill -{signal} $(head -1 data/postmaster.pid) $(pgrep -P $(head -1 data/postmaster.pid))");

    /// <summary>Starts it again on the same port.</summary>
    public async Task StartAgainAsync()
    {
        _process = Launch(_folder, Port, _isSafe);
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(To("postgres") + ";Pooling=false;Timeout=3");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    // The shell waits for its input to end, which it does when this process does however that happens, and then takes the server with it.
    private static Process Launch(string folder, int port, bool isSafe)
    {
        const string Guard = "\"$@\" </dev/null >>\"$0/log\" 2>&1 & server=$!; read end; kill -QUIT $server; wait $server";
        List<string> words =
        [
            "sh", "-c", Guard, folder,
            Program("postgres"), "-D", Path.Combine(folder, "data"), "-p", port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder}", "-c", "max_connections=300",
        ];
        if (!isSafe)
        {
            words.AddRange(["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]);
        }

        return Process.Start(As(folder, words))!;
    }

    private async Task AnswersAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    private static async Task RunAsync(string folder, params string[] words)
    {
        using var process = Process.Start(As(folder, words))!;
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{words[0]} ended with {process.ExitCode}. {await said}");
        }
    }

    // The server refuses to run as root, so then it runs as the user that its package made.
    private static ProcessStartInfo As(string folder, IEnumerable<string> words)
    {
        string[] all = IsRoot ? ["runuser", "-u", "postgres", "--", .. words] : [.. words];
        return new(all[0], all.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Run.Value, $"{Interlocked.Increment(ref _folders)}")).FullName;
        Own(folder);
        return folder;
    }

    private static void Own(string folder)
    {
        if (IsRoot)
        {
            Process.Start("chown", ["postgres", folder]).WaitForExit();
        }
    }

    // Whoever ends this process may end its children too, so what sweeps up after it is nobody's child.
    private static string NewRun()
    {
        const string Sweep = "exec 3<&0; (cat <&3 >/dev/null; sleep 1; rm -rf \"$0\") >/dev/null 2>&1 &";
        var folder = Directory.CreateTempSubdirectory("walkbuddy-postgres-").FullName;
        Own(folder);
        _sweeper = Process.Start(As(folder, ["sh", "-c", Sweep, folder]));
        return folder;
    }

    // Made once, and copied for each server: that is much the quicker of the two.
    private static async Task<string> InitializeAsync()
    {
        var folder = NewFolder();
        var data = Path.Combine(folder, "data");
        await RunAsync(
            folder, Program("initdb"), "-D", data, "-U", "walkbuddy", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        return data;
    }

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    private static string Program(string name)
    {
        var folders = new List<string?> { Environment.GetEnvironmentVariable("POSTGRES_BIN") };
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders.AddRange(Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")));
        }

        folders.AddRange(Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? []);
        return folders.OfType<string>().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? name;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
