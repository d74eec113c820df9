using WalkBuddyBot.Operations;

namespace WalkBuddyBot;

/// <summary>The hosted service, from its settings to its last word.</summary>
internal static class Service
{
    /// <summary>Serves until it is told to end; a refusal to start is one clear sentence and the exit code 1.</summary>
    public static async Task<int> RunAsync(string[] args, Action<IServiceCollection>? alsoAdd = null)
    {
        try
        {
            var builder = CreateBuilder(args);
            alsoAdd?.Invoke(builder.Services);
            var quiet = new QuietStart();
            quiet.AddTo(builder.Logging);
            await using var app = builder.Build();
            quiet.Watch(app.Lifetime);
            app.MapWalkBuddy();
            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (StartRefusal.Explain(refusal) is { } why)
        {
            await Console.Error.WriteLineAsync($"WalkBuddyBot did not start. {why}");
            return 1;
        }
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings and page lie beside the program, wherever the person stands.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Service).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });

        // A build serves its page in every environment, not in Development alone.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddWalkBuddy(builder.Configuration);
        return builder;
    }
}
