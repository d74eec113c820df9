using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Sending;
using WalkBuddyBot.Channels.Turns;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels;

/// <summary>Wires the room.</summary>
public static class ChannelServices
{
    /// <summary>
    /// How words arrive and leave: <see cref="IInboundActivities"/> and <see cref="ICourier"/>. Needs the ports of memory and conversation,
    /// <c>IClock</c>, <c>TimeProvider</c>, and at least one <see cref="IActivitySink"/>.
    /// </summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<TurnMeters>();
        services.AddSingleton<IDrawing, WebChatDrawing>();
        services.AddSingleton<IDrawing>(new ConnectorDrawing("msteams", executes: true));
        services.AddSingleton<IDrawing>(new ConnectorDrawing(ConnectorDrawing.Any, executes: false));
        services.AddSingleton<Drawings>();
        services.AddSingleton<Settlement>();
        services.AddSingleton<ICourier, Courier>();
        services.AddSingleton<ReplyDelivery>();
        services.AddSingleton<Exports>();
        services.AddSingleton<Answering>().AddSingleton<CardAnswers>();
        services.AddSingleton<GivingUp>();
        return services.AddSingleton<IInboundActivities, TurnRunner>();
    }
}
