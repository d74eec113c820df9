using Microsoft.Extensions.Hosting;
using NodaTime;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.BotFramework.Turns;

/// <summary>What running turns needs, whichever sink they answer to.</summary>
internal sealed record TurnServices(
    IInboundActivities Bot, IInbox Inbox, IBell Bell, IClock Clock, TimeProvider Time, IHostApplicationLifetime Lifetime);
