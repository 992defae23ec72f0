import { front } from "@somlos/look/build";

export default front({ base: "/shop/", mostFirstLoad: 90_000 });
