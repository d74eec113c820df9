using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WalkBuddyBot.Benchmarks.Dispatch;

/// <summary>A channel on this machine: takes activities, says that it has them, and remembers when each conversation was spoken to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes("{\"id\":\"1\"}");

    private readonly ConcurrentQueue<(string Path, DateTimeOffset At)> _arrived = [];
    private readonly WebApplication _app;
    private readonly TimeSpan _pause;
    private byte[]? _sample;

    private Receiver(WebApplication app, TimeSpan pause) => (_app, _pause) = (app, pause);

    public string Url { get; private set; } = "";

    /// <summary>What arrived first.</summary>
    public byte[] Sample => _sample ?? throw new InvalidOperationException("Nothing has arrived yet.");

    /// <param name="pause">How long it thinks before it answers.</param>
    public static async Task<Receiver> StartAsync(TimeSpan pause)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build(), pause);
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        receiver.Url = receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return receiver;
    }

    /// <summary>What arrived since it was asked before.</summary>
    public List<(string Path, DateTimeOffset At)> Take()
    {
        var taken = new List<(string, DateTimeOffset)>();
        while (_arrived.TryDequeue(out var one))
        {
            taken.Add(one);
        }

        return taken;
    }

    /// <summary>What is wrong with what arrived since; null when so many conversations were spoken to, each once.</summary>
    public string? Wrong(int conversations)
    {
        var arrived = Take();
        var different = arrived.DistinctBy(one => one.Path).Count();
        return (arrived.Count, different) == (conversations, conversations)
            ? null
            : $"{arrived.Count} activities arrived at {different} conversations instead of {conversations}";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var at = TimeProvider.System.GetUtcNow();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _sample ??= body.ToArray();
        _arrived.Enqueue((context.Request.Path.Value!, at));
        if (_pause > TimeSpan.Zero)
        {
            await Task.Delay(_pause, TimeProvider.System);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        await context.Response.Body.WriteAsync(Answer);
    }
}
