using WalkBuddyBot.Channels;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Settings;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Terminal;

/// <summary>The rooms that a terminal command needs: no server, no file, no account.</summary>
internal static class Rooms
{
    public static ServiceProvider WithoutMemory(Action<IServiceCollection>? also = null)
    {
        var services = Common(Settings()).AddTime();
        also?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>With a memory that lasts as long as the command.</summary>
    public static ServiceProvider WithMemory(Action<IServiceCollection> also)
    {
        var services = Common(new ConfigurationBuilder().AddEnvironmentVariables()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Nudges:PerTenantPerSecond"] = "25" }).Build());
        services.AddStorage("Data Source=walkbuddy-terminal;Mode=Memory;Cache=Shared").AddTime();
        services.AddChannels();
        services.AddNudging(runJobs: false);
        also(services);
        return services.BuildServiceProvider();
    }

    /// <summary>With the service's own memory and settings, whether it runs beside the command or not.</summary>
    public static ServiceProvider WithDatabase(Action<IServiceCollection> also)
    {
        var settings = Settings();
        var services = Common(settings);
        services.AddStorage(Database.Resolve(settings)).AddTime();
        services.AddNudging(runJobs: false);
        also(services);
        return services.BuildServiceProvider();
    }

    /// <summary>
    /// As the service reads them. Before the command's name there may be --key=value, as "dotnet run" itself puts one there.
    /// </summary>
    public static IConfigurationRoot Settings()
    {
        string[] given = [.. Environment.GetCommandLineArgs().Skip(1).TakeWhile(word => word.StartsWith("--", StringComparison.Ordinal))];
        var words = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(given).Build();
        return new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{EnvironmentName(words)}.json", optional: true)
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(given)
            .Build();
    }

    private static string EnvironmentName(IConfiguration settings) =>
        settings[HostDefaults.EnvironmentKey] is { Length: > 0 } name ? name : Environments.Production;

    private static ServiceCollection Common(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddSingleton<IHostEnvironment>(new TerminalEnvironment(EnvironmentName(configuration)));
        services.AddLogging();
        services.AddConversation(Paths.Content);
        return services;
    }
}
