using WalkBuddyBot.Channels;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Terminal;

/// <summary>The rooms that a terminal command needs: no server, no file, no account.</summary>
internal static class Rooms
{
    public static ServiceProvider WithoutMemory() =>
        Common(new ConfigurationBuilder().AddEnvironmentVariables().Build()).BuildServiceProvider();

    /// <summary>With a memory that lasts as long as the command.</summary>
    public static ServiceProvider WithMemory(Action<IServiceCollection> also)
    {
        var services = Common(new ConfigurationBuilder().AddEnvironmentVariables()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Nudges:PerTenantPerSecond"] = "25" }).Build());
        services.AddStorage("Data Source=walkbuddy-terminal;Mode=Memory;Cache=Shared");
        services.AddChannels();
        services.AddNudging(runJobs: false);
        also(services);
        return services.BuildServiceProvider();
    }

    private static ServiceCollection Common(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging();
        services.AddTime();
        services.AddConversation(Paths.Content);
        return services;
    }
}
