using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Benchmarks.Dispatch.Ours;

/// <summary>The rooms of the service, introduced to each other as the service does it; nothing runs by itself.</summary>
internal static class OurService
{
    public static async Task<ServiceProvider> OpenAsync(string connectionString, Action<IServiceCollection>? also = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:WalkBuddy"] = connectionString,
            ["Bot:Auth:Mode"] = "Off",
            ["Nudges:PerTenantPerSecond"] = "0",
        }).Build();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory };
        var collection = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(environment);
        collection.AddWalkBuddy(configuration);
        also?.Invoke(collection);
        var services = collection.BuildServiceProvider();
        await services.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Service, CancellationToken.None);
        return services;
    }
}
